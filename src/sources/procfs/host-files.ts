import fs from 'node:fs';
import { join } from 'node:path';
import type { FilesystemSize } from '../../model/mounts.ts';
import { absent, denied, malformed, ok, type Reading, timedOut } from '../../model/reading.ts';
import { Progress } from './progress.ts';

/** Where the host's trees are seen; they differ from the usual places inside a container and in tests. */
export interface HostRoots {
  readonly procfs: string;
  readonly sysfs: string;
  readonly rootfs: string;
}

/** More than any file of /proc or /sys that is read here: 100,000 mounts are about 30 MB. */
const largestFile = 64 * 1024 * 1024;
const firstBuffer = 256 * 1024;

/** Statistics of a directory that say without a listing how many entries it has. */
export interface DirectoryFacts {
  /** `st_size`: on /proc/PID/fd the number of descriptors (Linux 6.2 and newer), 0 on older kernels. */
  readonly size: number;
  /** `st_nlink`: 2 plus the number of subdirectories on cgroup file systems and ext4. */
  readonly links: number;
}

/**
 * All reading of /proc, /sys and the root file system: synchronous calls into one buffer that is used
 * again and again, because there are thousands of tiny files and an allocation for each would cost more
 * than the call. Runs in a thread of its own; every call that may block is announced in `progress`
 * before it is made, and paths in `skip` are not touched.
 */
export class HostFiles {
  buffer = Buffer.allocUnsafeSlow(firstBuffer);
  /** Paths whose last call has not come back, and shapes of paths (see `shapeOf`) of which several have not. */
  skip: ReadonlySet<string> = new Set();
  readonly roots: HostRoots;
  readonly #progress: Progress;

  constructor(roots: HostRoots, progress = new Progress()) {
    this.roots = roots;
    this.#progress = progress;
  }

  proc = (path: string): string => `${this.roots.procfs}/${path}`;
  sys = (path: string): string => `${this.roots.sysfs}/${path}`;
  root = (path: string): string => join(this.roots.rootfs, path);

  /**
   * Reads a file that the kernel makes in one piece, such as `/proc/PID/stat`, with one call into
   * `buffer`; returns the number of bytes, or throws the error of the system call. The hot path: no
   * closure, no string, no Reading, no second read(2) to be told that this was all.
   */
  readRecord(path: string): number {
    this.#announce(path);
    const fd = fs.openSync(path, fs.constants.O_RDONLY);
    try {
      return fs.readSync(fd, this.buffer, 0, firstBuffer, null);
    } finally {
      fs.closeSync(fd);
    }
  }

  /** Reads a whole file into `buffer`, which grows as needed; otherwise as `readRecord`. */
  readBytes(path: string): number {
    this.#announce(path);
    const fd = fs.openSync(path, fs.constants.O_RDONLY);
    try {
      return this.#readAll(fd);
    } finally {
      fs.closeSync(fd);
    }
  }

  readText(path: string): Reading<string> {
    return this.attempt(path, () => {
      const length = this.readBytes(path); // first, because a large file replaces the buffer
      return this.buffer.toString('utf8', 0, length);
    });
  }

  /** Names in a directory, in the order of the kernel. */
  list(path: string): Reading<string[]> {
    return this.attempt(path, () => {
      this.#announce(path);
      return fs.readdirSync(path);
    });
  }

  /** Names of the subdirectories of a directory. */
  listDirectories(path: string): Reading<string[]> {
    return this.attempt(path, () => {
      this.#announce(path);
      const entries = fs.readdirSync(path, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    });
  }

  readLink(path: string): Reading<string> {
    return this.attempt(path, () => {
      this.#announce(path);
      return fs.readlinkSync(path);
    });
  }

  directory(path: string): Reading<DirectoryFacts> {
    return this.attempt(path, () => {
      this.#announce(path);
      const stats = fs.statSync(path);
      return { size: stats.size, links: stats.nlink };
    });
  }

  /** statfs(2): waits for a network file system that does not answer, hence the announcement. */
  filesystem(path: string): Reading<FilesystemSize & { readonly type: number }> {
    return this.attempt(path, () => {
      this.#announce(path);
      const { bsize, blocks, bavail, type } = fs.statfsSync(path);
      return { sizeBytes: bsize * blocks, availableBytes: bsize * bavail, type };
    });
  }

  /** Runs a call and turns what it throws into the Reading that it means. */
  attempt<T>(path: string, call: () => T): Reading<T> {
    try {
      return ok(call());
    } catch (error) {
      return readingOfError(path, error);
    }
  }

  #announce(path: string): void {
    if (this.skip.size > 0 && (this.skip.has(path) || this.skip.has(shapeOf(path)))) throw new StuckError(path);
    this.#progress.enter(path);
  }

  #readAll(fd: number): number {
    let length = 0;
    for (;;) {
      const got = fs.readSync(fd, this.buffer, length, this.buffer.length - length, null);
      if (got === 0) return length;
      length += got;
      if (length === this.buffer.length) this.#grow();
    }
  }

  #grow(): void {
    if (this.buffer.length >= largestFile) throw new TooLargeError();
    const larger = Buffer.allocUnsafeSlow(this.buffer.length * 4);
    this.buffer.copy(larger);
    this.buffer = larger;
  }
}

/** What kind of file a path is: `/proc/123/stat` and `/proc/456/stat` have the shape `/proc/N/stat`. */
export const shapeOf = (path: string): string => path.replace(/\d+/g, 'N');

/** A path that is left alone because an earlier call on it has not come back. */
class StuckError extends Error {
  constructor(path: string) {
    super(`${path}: an earlier read has not returned`);
  }
}

class TooLargeError extends Error {}

/** What an error of a system call means for the one who wanted to know something. */
export function readingOfError(path: string, error: unknown): Exclude<Reading<never>, { kind: 'ok' }> {
  if (error instanceof StuckError) return timedOut(error.message);
  if (error instanceof TooLargeError) return malformed(`${path}: expected less than ${largestFile} bytes`);
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  switch (code) {
    case 'ENOENT': // not there
    case 'ENOTDIR':
    case 'ESRCH': // the process ended between open and read
      return absent(`${path}: ${code}`);
    default: // EACCES and EPERM above all; whatever else: it is there, and it was not seen
      return denied(`${path}: ${code}`);
  }
}
