import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { readEngineAnswers } from './engine-answers.ts';
import { type FixtureHost, hostPaths } from './fixture-host.ts';

const recordings = join(import.meta.dirname, '../hosts/recordings');

/** Recordings of a machine with the devicemapper storage driver; see `test/hosts/README.md`. */
export const recordingNames = ['devicemapper-healthy', 'devicemapper-crowded', 'devicemapper-leaking'] as const;
export type RecordingName = (typeof recordingNames)[number];

/** Unpacks a recorded host into the empty directory `into`. */
export function unpackRecording(name: RecordingName, into: string): FixtureHost {
  const archive = join(recordings, `${name}.tar.gz`);
  execFileSync('tar', ['-xzf', archive, '-C', into, '--strip-components=1', '--no-same-owner']);
  layOutRoot(into);
  const paths = hostPaths(into);
  shareMountinfo(paths.procfs);
  const engineDir = join(into, 'engine');
  const answers = readEngineAnswers(engineDir);
  return { ...paths, engine: 'recorded', engineDir, answers, now: recordedAt(engineDir) };
}

function layOutRoot(into: string): void {
  mkdirSync(join(into, 'etc'));
  copyFileSync(join(into, 'os-release'), join(into, 'etc/os-release'));
  mkdirSync(join(into, 'var'));
  symlinkSync('../run', join(into, 'var/run'));
}

/**
 * The recordings keep `mountinfo` of one process for each mount namespace; a kernel shows the same text for
 * every process of it. So the others get a link to the file.
 */
function shareMountinfo(procfs: string): void {
  const processes = readdirSync(procfs).filter((name) => /^\d+$/.test(name));
  const withNamespace = processes.flatMap((pid) => {
    const link = join(procfs, pid, 'ns/mnt');
    return lstatSync(link, { throwIfNoEntry: false }) === undefined
      ? []
      : [{ path: join(procfs, pid, 'mountinfo'), namespace: readlinkSync(link) }];
  });
  const recorded = withNamespace.filter(({ path }) => existsSync(path));
  const byNamespace = new Map(recorded.map(({ path, namespace }) => [namespace, path]));
  for (const { path, namespace } of withNamespace) {
    const source = byNamespace.get(namespace);
    if (source !== undefined && !existsSync(path)) linkSync(source, path);
  }
}

/** The Engine's own clock at the time of the recording, Unix time in seconds. */
function recordedAt(engineDir: string): number {
  const { SystemTime } = JSON.parse(readFileSync(join(engineDir, 'info.json'), 'utf8')) as { SystemTime: string };
  return Math.floor(Date.parse(SystemTime) / 1000);
}
