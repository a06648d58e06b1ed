import { execFileSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** A file whose open(2) does not return, as that of a file on a network file system that is gone. */
export interface HangingFile {
  readonly path: string;
  /** Lets everybody go who hangs, and makes it the file again that it was before. */
  release(): void;
}

/** Puts a FIFO without a writer in the place of a file. */
export function hangAt(path: string): HangingFile {
  const before = existsSync(path) ? readFileSync(path) : undefined;
  rmSync(path, { force: true });
  execFileSync('mkfifo', [path]);
  let isHanging = true;
  const release = (): void => {
    if (!isHanging) return;
    isHanging = false;
    // Opened for both, an open(2) never waits, and it is the writer that the others wait for.
    const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    rmSync(path);
    if (before !== undefined) writeFileSync(path, before);
    closeSync(fd);
  };
  return { path, release };
}
