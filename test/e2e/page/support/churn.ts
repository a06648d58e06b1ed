import { setTimeout as sleep } from 'node:timers/promises';
import { type Engine, image } from '../../support/engine.ts';

/** How containers come and go: short and long ones, removed by themselves, by us, killed, restarted. */
const lives: readonly ((engine: Engine) => Promise<unknown>)[] = [
  (engine) => engine.docker('run', '--rm', '--network=none', image, 'true'),
  async (engine) => {
    const id = await engine.run(image, 'sleep', '600');
    await sleep(700);
    await engine.docker('rm', '-f', id);
  },
  async (engine) => {
    const id = await engine.run('--pid=host', image, 'sh', '-c', 'sleep 600 & exec sleep 600');
    await engine.docker('stop', id);
    await engine.docker('start', id);
    await sleep(6000);
    await engine.docker('restart', id);
    await engine.docker('rm', '-f', id);
  },
  async (engine) => {
    const id = await engine.run(image, 'sleep', '8');
    await engine.docker('wait', id);
    await engine.docker('start', id);
    await engine.docker('pause', id);
    await engine.docker('unpause', id);
    await engine.docker('rm', '-f', id);
  },
];

const atOnce = 3;

/** Lets containers come and go while `work` is under way. @returns what came of it, and how many containers there were */
export async function duringChurn<T>(
  engine: Engine,
  work: () => Promise<T>,
): Promise<{ result: T; containers: number }> {
  const stop = new AbortController();
  const churn = async (first: number): Promise<number> => {
    let count = 0;
    for (; !stop.signal.aborted; count += 1) await lives[(first + count) % lives.length]?.(engine);
    return count;
  };
  const churning = Array.from({ length: atOnce }, (_, index) => churn(index));
  try {
    const result = await work();
    stop.abort();
    const counts = await Promise.all(churning);
    return { result, containers: counts.reduce((total, count) => total + count, 0) };
  } finally {
    stop.abort();
    await Promise.allSettled(churning);
  }
}
