/** Mounts that outlive their container, made on purpose. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import type { Engine } from './engine.ts';
import type { Recover } from './faults.ts';
import { register } from './lifetime.ts';
import { mountsBelow } from './teardown.ts';
import { eventually } from './wait.ts';

/** Where the Engine has mounted the root file system of a running container. */
const mergedOf = (engine: Engine, id: string): Promise<string> =>
  engine.docker('inspect', '--format', '{{.GraphDriver.Data.MergedDir}}', id);

/** A process in a mount namespace of its own, that runs `script` first; `sleep` then. */
async function startInNamespace(script: string): Promise<Child> {
  const child = await startChild('unshare', [
    '--mount',
    '--propagation=private',
    'sh',
    '-c',
    `${script} && echo ready && exec sleep 600`,
  ]);
  await eventually('a mount namespace', () => child.stdout().includes('ready'));
  await eventually('its own', () => readlinkSync(`/proc/${child.pid}/ns/mnt`) !== readlinkSync('/proc/self/ns/mnt'));
  return child;
}

/** A process that keeps a container's root file system at a place of its own, in a namespace of its own. */
export async function holdElsewhere(engine: Engine, id: string): Promise<Child> {
  const folder = join(engine.folder, `hold-${id.slice(0, 12)}`);
  mkdirSync(folder, { recursive: true });
  return startInNamespace(`mount --bind '${await mergedOf(engine, id)}' '${folder}'`);
}

/** A process whose namespace has a copy of every mount of the host, and does nothing with it. */
export const copyMounts = (): Promise<Child> => startInNamespace(':');

/** Binds a container's root file system to another place of the host. */
export async function keepOnHost(engine: Engine, id: string): Promise<Recover> {
  const folder = join(engine.folder, `keep-${id.slice(0, 12)}`);
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['--bind', await mergedOf(engine, id), folder]);
  const unmount = () => {
    if (mountsBelow(engine.folder).includes(folder)) execFileSync('umount', [folder]);
  };
  return register('test', { what: `mount at ${folder}`, undo: unmount, undoNow: unmount });
}
