import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineAnswers } from './engine-answers.ts';

/** A host as a directory tree, ready for `--path.procfs`, `--path.sysfs` and `--path.rootfs`. */
export interface FixtureHost {
  readonly procfs: string;
  readonly sysfs: string;
  /** Holds `etc/os-release`, `run/` and `var/run`, a link to `run`. */
  readonly rootfs: string;
  /** Where the daemon's pidfile is, or would be on a host without a daemon. */
  readonly pidfile: string;
  /** `recorded`: give `answers` to the fake Engine. `none`: nothing listens on this host. */
  readonly engine: 'recorded' | 'none';
  readonly answers?: EngineAnswers;
  /** Where the recorded answers lie; only hosts that were recorded have it. */
  readonly engineDir?: string;
  /** Unix time, in seconds, that it is on this host. */
  readonly now?: number;
  /** Removes the tree. */
  dispose(): Promise<void>;
}

export interface FixtureHostBuilder {
  readonly name: string;
  /** Builds the host in `dir`, which exists and is empty. */
  build(dir: string): Promise<FixtureHost>;
}

const memory = '/dev/shm';
const enoughBytes = 512 * 1024 * 1024;

/** Builds a host in a temporary directory of its own. */
export async function buildFixtureHost(builder: FixtureHostBuilder): Promise<FixtureHost> {
  const dir = await mkdtemp(join(await temporaryRoot(), `dhe-${builder.name}-`));
  try {
    return await builder.build(dir);
  } catch (error) {
    await removeTree(dir);
    throw error;
  }
}

const defaultDirectory = '/tmp';

/**
 * The directory of `TMPDIR` if it is set; else a file system in memory with enough room, for the largest host has 20,000
 * files: a third of a second there, up to 20 s on a disk.
 */
export async function temporaryRoot(): Promise<string> {
  if (tmpdir() !== defaultDirectory) return tmpdir();
  try {
    const { bavail, bsize } = await statfs(memory);
    return bavail * bsize >= enoughBytes ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

export const removeTree = (dir: string): Promise<void> => rm(dir, { recursive: true, force: true });

/** The paths of a host whose tree has the layout that all fixtures share. */
export function hostPaths(dir: string): Pick<FixtureHost, 'procfs' | 'sysfs' | 'rootfs' | 'pidfile' | 'dispose'> {
  return {
    procfs: join(dir, 'proc'),
    sysfs: join(dir, 'sys'),
    rootfs: dir,
    pidfile: join(dir, 'run/docker.pid'),
    dispose: () => removeTree(dir),
  };
}
