import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { end, hasEnded, type Started, start } from '../lib/child.ts';
import { progress } from '../lib/log.ts';
import { childrenOf, commOf } from '../lib/proc.ts';
import { waitFor } from '../lib/wait.ts';
import { DockerApi } from './docker-api.ts';
import { endProcessesOf, unmountBelow } from './leftovers.ts';

export interface RunningDockerd {
  readonly pid: number;
  readonly containerdPid: number;
  readonly socketPath: string;
  readonly pidfile: string;
  readonly api: DockerApi;
}

/**
 * Runs a real dockerd of our own while `use` runs: own data root, own socket, no bridge, no network.
 * At the end nothing of it is left: processes, mounts, files.
 */
export async function withDockerd<T>(directory: string, use: (dockerd: RunningDockerd) => Promise<T>): Promise<T> {
  const home = join(directory, 'docker');
  mkdirSync(home);
  const started = start('dockerd', flags(home), {});
  try {
    return await use(await untilReady(started, home));
  } finally {
    progress('engine: dockerd ends');
    await end(started, 60);
    await endProcessesOf(home);
    unmountBelow(home);
    rmSync(home, { recursive: true, force: true });
  }
}

const socketOf = (home: string): string => join(home, 'docker.sock');
const pidfileOf = (home: string): string => join(home, 'docker.pid');

const flags = (home: string): string[] => [
  '--iptables=false',
  '--bridge=none',
  '--log-level=error',
  `--data-root=${join(home, 'root')}`,
  `--exec-root=${join(home, 'exec')}`,
  `--host=unix://${socketOf(home)}`,
  `--pidfile=${pidfileOf(home)}`,
];

async function untilReady(started: Started, home: string): Promise<RunningDockerd> {
  const api = new DockerApi(socketOf(home));
  await waitFor('dockerd', 60, async () => {
    if (hasEnded(started)) throw new Error(`dockerd ended at once: ${started.lastWords()}`);
    return await api.call('GET', '/_ping').catch(() => undefined);
  });
  return {
    pid: started.pid,
    containerdPid: containerdOf(started.pid),
    socketPath: api.socketPath,
    pidfile: pidfileOf(home),
    api,
  };
}

/** dockerd starts a containerd of its own unless one listens at the usual place, whose CPU time is not ours alone. */
function containerdOf(dockerd: number): number {
  const found = childrenOf(dockerd).find((pid) => commOf(pid) === 'containerd');
  if (found === undefined) {
    throw new Error('dockerd uses the containerd of this machine; stop that one to run this part');
  }
  return found;
}

/** Storage driver and version, for the report. */
export async function describeEngine({ api }: RunningDockerd): Promise<string> {
  const info = JSON.parse(await api.call('GET', '/info')) as { ServerVersion?: string; Driver?: string };
  return `Engine ${info.ServerVersion ?? 'of unknown version'}, ${info.Driver ?? 'unknown driver'}`;
}

/** Memory that could be given out now, bytes. */
export function availableMemory(): number {
  const found = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'latin1'))?.[1];
  return found === undefined ? Number.POSITIVE_INFINITY : Number(found) * 1024;
}
