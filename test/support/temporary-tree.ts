import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { HostFiles } from '../../src/sources/procfs/host-files.ts';
import type { Progress } from '../../src/sources/procfs/progress.ts';
import { type Tree, writeTree } from './tree.ts';

const memory = '/dev/shm';

/** A directory for the running test, gone when the test is over. */
export function temporaryDirectory(): string {
  const dir = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'dhe-source-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** The files of a host that has what `tree` says and nothing else: `proc/…`, `sys/…`, `etc/…`. */
export function hostFiles(tree: Tree = {}, progress?: Progress): HostFiles {
  const dir = temporaryDirectory();
  writeTree(dir, tree);
  return new HostFiles({ procfs: join(dir, 'proc'), sysfs: join(dir, 'sys'), rootfs: dir }, progress);
}

/** A file that is there and cannot be read, for root neither: a symbolic link to itself (ELOOP). */
export const unreadable = (name: string) => ({ link: name }) as const;
