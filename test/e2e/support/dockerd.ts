import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOverSocket } from './unix-http.ts';
import { eventually } from './wait.ts';

interface LaunchOptions {
  readonly nofile?: number;
  readonly storageDriver?: string;
}

/** dockerd in a folder of its own, with no network; its log is `dockerd.log` there. */
export function launch(folder: string, { nofile, storageDriver }: LaunchOptions): ChildProcess {
  const flags = [
    '--iptables=false',
    '--bridge=none',
    '--exec-opt=native.cgroupdriver=cgroupfs',
    `--data-root=${folder}/root`,
    `--exec-root=${folder}/docker`,
    `--host=unix://${folder}/docker.sock`,
    `--pidfile=${folder}/docker.pid`,
    ...(storageDriver === undefined ? [] : [`--storage-driver=${storageDriver}`]),
  ];
  const limit = nofile === undefined ? [] : [`--nofile=${nofile}:${nofile}`];
  const log = openSync(join(folder, 'dockerd.log'), 'a');
  // prlimit becomes dockerd, so its pid is dockerd's. Detached: Ctrl-C is for the tests alone.
  return spawn('prlimit', [...limit, 'dockerd', ...flags], {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` },
  });
}

const lastLines = (folder: string): string =>
  readFileSync(join(folder, 'dockerd.log'), 'utf8').split('\n').slice(-15).join('\n');

/** @throws Error with the end of its log when it does not answer within a minute. */
export async function answers(folder: string, dockerd: ChildProcess): Promise<void> {
  const ping = async () => {
    if (dockerd.exitCode !== null) throw new Error(`dockerd ended with ${dockerd.exitCode}`);
    return (await getOverSocket(join(folder, 'docker.sock'), '/_ping', 2000)).status;
  };
  try {
    await eventually('dockerd to answer', ping, (status) => status === 200, { within: 60 });
  } catch (cause) {
    throw new Error(`dockerd did not start; its log ends:\n${lastLines(folder)}`, { cause });
  }
}

/** Resolves once the process has ended. */
export const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));
