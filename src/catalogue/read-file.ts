import fs from 'node:fs';
import { count } from '../advisories/words.ts';

/** The longest advisory has a few kB; what is longer is another file. */
export const longestFile = 256 * 1024;

export type FileText = { readonly text: string } | { readonly problem: string };

/** The text of a regular file of at most `longestFile` bytes, or why there is none. Never waits for a pipe. */
export function readText(path: string): FileText {
  let descriptor: number | undefined;
  try {
    descriptor = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    const status = fs.fstatSync(descriptor);
    if (!status.isFile())
      return { problem: `expected a file, got ${status.isDirectory() ? 'a directory' : 'something else'}` };
    return bounded(descriptor);
  } catch (error) {
    return { problem: `cannot be read: ${reasonOf(error)}` };
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

/** Reads one byte more than is allowed: the size of a file says nothing of one that grows. */
function bounded(descriptor: number): FileText {
  const buffer = Buffer.alloc(longestFile + 1);
  let length = 0;
  for (let got = -1; got !== 0 && length < buffer.length; length += got) {
    got = fs.readSync(descriptor, buffer, length, buffer.length - length, null);
  }
  if (length > longestFile) return { problem: `expected at most ${count(longestFile, 'byte')}, got more` };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, length)) };
  } catch {
    return { problem: 'expected text in UTF-8, got other bytes' };
  }
}

/** `no such file or directory (ENOENT)`. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  const words = /^\w+: ([^,]+)/.exec(message)?.[1];
  return words === undefined ? code : `${words} (${code})`;
}
