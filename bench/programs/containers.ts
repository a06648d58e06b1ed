import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isInterruption } from '../lib/interrupt.ts';
import { progress } from '../lib/log.ts';
import { now } from '../lib/wait.ts';
import { availableMemory, type RunningDockerd } from './dockerd.ts';

const image = 'bench:1';
const reserve = 1_500_000_000;
const longestSeconds = 600;

/** Containers that run, and why they are fewer than wanted, if they are. */
export interface Containers {
  readonly ids: readonly string[];
  readonly shortfall: string | undefined;
}

/** Runs `wanted` sleeping containers while `use` runs, or as many as memory and ten minutes allow. */
export async function withContainers<T>(
  dockerd: RunningDockerd,
  wanted: number,
  directory: string,
  use: (containers: Containers) => Promise<T>,
): Promise<T> {
  const ids: string[] = [];
  try {
    await dockerd.api.call('POST', '/images/create?fromSrc=-&repo=bench&tag=1', imageArchive(directory));
    const shortfall = await runAll(dockerd, wanted, ids);
    return await use({ ids, shortfall });
  } finally {
    progress(`engine: ${ids.length} containers are removed`);
    await removeAll(dockerd, ids);
  }
}

async function runAll({ api }: RunningDockerd, wanted: number, ids: string[]): Promise<string | undefined> {
  const begun = now();
  while (ids.length < wanted) {
    if (availableMemory() < reserve) return 'the memory did not suffice for more';
    if (now() - begun > longestSeconds) return `more could not be started within ${longestSeconds} s`;
    const created = await api.call('POST', '/containers/create', {
      Image: image,
      Cmd: ['/bin/sleep', '1000000'],
      HostConfig: { NetworkMode: 'none' },
    });
    const { Id: id } = JSON.parse(created) as { readonly Id: string };
    ids.push(id);
    await api.call('POST', `/containers/${id}/start`);
    if (ids.length % 25 === 0) progress(`engine: ${ids.length} of ${wanted} containers`);
  }
  return undefined;
}

/** Four at a time. What resists is left to the end of dockerd and to what comes after it. */
async function removeAll({ api }: RunningDockerd, ids: readonly string[]): Promise<void> {
  const left = [...ids];
  const removeSome = async (): Promise<void> => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      const call = api.call('DELETE', `/containers/${id}?force=1&v=1`, undefined, AbortSignal.timeout(30_000));
      await call.catch((error: unknown) => {
        if (!isInterruption(error)) progress(`engine: ${error instanceof Error ? error.message : String(error)}`);
      });
    }
  };
  await Promise.all(Array.from({ length: 4 }, removeSome));
}

/** A root file system with busybox and nothing else, as the tar archive that an import takes. */
function imageArchive(directory: string): Buffer {
  const bin = join(directory, 'image', 'bin');
  mkdirSync(bin, { recursive: true });
  copyFileSync(busybox(), join(bin, 'busybox'));
  for (const applet of ['sh', 'sleep']) symlinkSync('busybox', join(bin, applet));
  const packed = spawnSync('tar', ['-C', join(directory, 'image'), '-c', '.'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  if (packed.status !== 0) throw new Error(`tar: ${packed.stderr}`);
  return packed.stdout;
}

function busybox(): string {
  for (const directory of (process.env['PATH'] ?? '').split(delimiter)) {
    try {
      return realpathSync(join(directory, 'busybox'));
    } catch {
      // Not in this one.
    }
  }
  throw new Error('busybox is not in PATH');
}
