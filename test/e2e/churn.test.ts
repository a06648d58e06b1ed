import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Engine, image, startEngine } from './support/engine.ts';
import { startExporter } from './support/exporter.ts';
import { type Residue, residue } from './support/residue.ts';

/** Scrapes, at one every 200 ms: a bit over three minutes. */
const scrapes = Number(process.env['CHURN_SCRAPES'] ?? 1000);
const everyMs = 200;
const atOnce = 3;

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

/** Lets containers come and go until told to stop; gives how many lives there were. */
async function churn(engine: Engine, stop: AbortSignal, first: number): Promise<number> {
  let count = 0;
  for (; !stop.aborted; count += 1) await lives[(first + count) % lives.length]?.(engine);
  return count;
}

const isAccused = ({ ghosts, orphans }: Residue): boolean => ghosts !== 0 || orphans !== 0;

test(`${scrapes} scrapes while containers come and go: never a ghost or an orphan twice in a row`, {
  timeout: 15 * 60_000,
}, async () => {
  const engine = await startEngine();
  const exporter = await startExporter(engine.flags);
  const stop = new AbortController();
  const churning = Array.from({ length: atOnce }, (_, index) => churn(engine, stop.signal, index));
  const seen: Residue[] = [];
  try {
    while (seen.length < scrapes) {
      const began = performance.now();
      seen.push(residue(await exporter.scrape()));
      await sleep(Math.max(0, everyMs - (performance.now() - began)));
    }
  } finally {
    stop.abort();
  }
  const counts = await Promise.all(churning);
  expect(counts.reduce((total, count) => total + count, 0)).toBeGreaterThan(scrapes / 20);

  const twice = seen.filter((each, index) => index > 0 && isAccused(each) && isAccused(seen[index - 1] as Residue));
  expect(twice).toEqual([]);
  // stronger than asked for: nobody who only came and went was ever named
  const named = seen.flatMap(({ offenders }) => offenders).filter((text) => /^(ghost|orphan)/.test(text));
  expect(named).toEqual([]);
});
