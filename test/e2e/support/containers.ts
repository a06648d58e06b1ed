import { type Engine, image } from './engine.ts';
import { type Exporter, scrapeUntil } from './exporter.ts';
import { zombiesOf } from './faults.ts';
import { processes } from './proc.ts';
import { eventually } from './wait.ts';

export const initOf = async (engine: Engine, id: string): Promise<number> =>
  Number(await engine.docker('inspect', '--format', '{{.State.Pid}}', id));

/** Until the exporter has seen in the Engine's list what runs now: it has the names. */
export async function untilListed(engine: Engine, exporter: Exporter): Promise<void> {
  const ids = await engine.docker('ps', '--quiet');
  const running = ids === '' ? 0 : ids.split('\n').length;
  const what = `${running} running containers`;
  const listed = (scrape: Awaited<ReturnType<Exporter['scrape']>>) =>
    scrape.value('dockerhost_containers', { state: 'running' });
  await scrapeUntil(exporter, what, (scrape) => listed(scrape) === running, listed);
}

/** `sleep` with a child that the host can see; the child outlives its container when it cannot be killed. */
export async function runWithChild(engine: Engine, name: string): Promise<{ id: string; child: number }> {
  const id = await engine.run(`--name=${name}`, '--pid=host', image, 'sh', '-c', 'sleep 5555 & exec sleep 4444');
  const init = await initOf(engine, id);
  const { pid } = await eventually('the child', () =>
    processes().find(({ ppid, comm }) => ppid === init && comm === 'sleep'),
  );
  return { id, child: pid };
}

/** A container whose first process reaps nothing. */
export async function runWithZombies(engine: Engine, name: string, count: number): Promise<string> {
  const children = Array.from({ length: count }, () => 'sleep 0.2 &').join(' ');
  const id = await engine.run(`--name=${name}`, image, 'sh', '-c', `${children} exec sleep 4444`);
  const init = await initOf(engine, id);
  await eventually(`${count} zombies`, () => zombiesOf(init) === count);
  return id;
}

/** The process that containerd started for a container and that waits for its end. */
export function shimOf(init: number): number {
  const shim = processes().find(({ pid }) => pid === init)?.ppid;
  if (shim === undefined || shim < 2) throw new Error(`process ${init} has no shim: its parent is ${shim}`);
  return shim;
}
