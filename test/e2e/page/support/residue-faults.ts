import type { Child } from '../../support/child.ts';
import { initOf, runWithChild, runWithZombies, shimOf, untilListed } from '../../support/containers.ts';
import { image } from '../../support/engine.ts';
import { makeUnkillable, type Recover } from '../../support/faults.ts';
import { holdElsewhere } from '../../support/mount-faults.ts';
import { processOf } from '../../support/proc.ts';
import { eventually } from '../../support/wait.ts';
import type { Site } from './site.ts';

/** What is left behind on purpose, besides container `litter`, which reaps nothing, and `shade`, which is a ghost. */
export interface Left {
  /** Container `stuck`, which does not end by SIGKILL, and a process of the removed container `lost` that neither does. */
  readonly thaw: readonly Recover[];
  /** Holds the root file system of the removed container `held`. */
  readonly holder: Child;
}

const isPending = (pid: number) => () => processOf(pid)?.pendingSignals === 256;

async function leaveUnkillable({ engine }: Site, id: string): Promise<Recover> {
  const init = await initOf(engine, id);
  const thaw = await makeUnkillable(engine, init);
  await engine.docker('kill', id).catch(() => 'did not receive an exit event');
  await eventually('SIGKILL to be pending', isPending(init));
  return thaw;
}

async function leaveOrphan({ engine }: Site, id: string, child: number): Promise<Recover> {
  const thaw = await makeUnkillable(engine, child);
  await engine.docker('kill', id);
  await engine.docker('rm', '-f', id);
  return thaw;
}

async function leaveMount({ engine }: Site, id: string): Promise<Child> {
  const holder = await holdElsewhere(engine, id);
  await engine.docker('rm', '-f', id);
  return holder;
}

/**
 * A container ends, together with all that would tell the Engine so. dockerd starts a new containerd within a second
 * and goes on to show the container as running.
 */
async function leaveGhost({ engine }: Site, id: string): Promise<void> {
  const init = await initOf(engine, id);
  const { containerdPid } = engine;
  process.kill(containerdPid, 'SIGSTOP');
  for (const pid of [shimOf(init), init, containerdPid]) process.kill(pid, 'SIGKILL');
  await eventually('a new containerd', () => engine.containerdPid !== containerdPid);
}

/** Every kind of residue that a Docker host can have without a device-mapper. */
export async function leaveAll(site: Site): Promise<Left> {
  const { engine, exporter } = site;
  await runWithZombies(engine, 'litter', 120);
  const lost = await runWithChild(engine, 'lost');
  const sleepers = ['stuck', 'held', 'shade'].map((name) => engine.run(`--name=${name}`, image, 'sleep', '4444'));
  const [stuck, held, shade] = (await Promise.all(sleepers)) as [string, string, string];
  await untilListed(engine, exporter);
  const holder = await leaveMount(site, held);
  const thaw = await Promise.all([leaveOrphan(site, lost.id, lost.child), leaveUnkillable(site, stuck)]);
  await leaveGhost(site, shade);
  return { thaw, holder };
}
