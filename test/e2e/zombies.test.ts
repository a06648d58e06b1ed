import { beforeAll, expect, test } from 'vitest';
import { type Engine, image, startEngine } from './support/engine.ts';
import { type Exporter, scrapeUntil, startExporter } from './support/exporter.ts';
import type { Exposition } from './support/exposition.ts';
import { makeUnkillable, startNegligentParent, zombiesOf } from './support/faults.ts';
import { cgroups, processes, processOf } from './support/proc.ts';
import { eventually } from './support/wait.ts';

let engine: Engine;
let exporter: Exporter;

beforeAll(async () => {
  engine = await startEngine();
  exporter = await startExporter(engine.flags);
});

const initOf = async (id: string) => Number(await engine.docker('inspect', '--format', '{{.State.Pid}}', id));

/** Zombies of this machine by where their parent runs, from the tests' own look at /proc. */
function zombiesNow(): { container: number; elsewhere: number } {
  const zombies = processes().filter((process) => process.state === 'Z');
  const container = zombies.filter(({ ppid }) => /\/docker\/[0-9a-f]{64}/.test(cgroups(ppid))).length;
  return { container, elsewhere: zombies.length - container };
}

const seen = (exposition: Exposition) => exposition.by('dockerhost_zombie_processes', 'parent');

/** Zombies of others come and go: a scrape counts whose surroundings did not change while it ran. */
async function untilZombiesAgree(): Promise<{ scrape: Exposition; truth: ReturnType<typeof zombiesNow> }> {
  let before = zombiesNow();
  const scrape = await scrapeUntil(
    exporter,
    'zombies by parent as in /proc',
    (exposition) => {
      const after = zombiesNow();
      const { container = 0, ...others } = seen(exposition);
      const elsewhere = Object.values(others).reduce((total, count) => total + count, 0);
      const still = after.container === before.container && after.elsewhere === before.elsewhere;
      before = after;
      return still && container === after.container && elsewhere === after.elsewhere;
    },
    (exposition) => ({ seen: seen(exposition), truth: before }),
  );
  return { scrape, truth: before };
}

test('7 zombies of a container and 40 of the host are told apart', async () => {
  const before = (await untilZombiesAgree()).scrape;
  const children = Array.from({ length: 7 }, (_, index) => `sleep 0.${index + 1} &`).join(' ');
  const id = await engine.run(image, 'sh', '-c', `${children} exec sleep 600`);
  const init = await initOf(id);
  await eventually(
    '7 zombies in the container',
    () => zombiesOf(init),
    (count) => count === 7,
  );
  const parent = await startNegligentParent(40);

  const { scrape, truth } = await untilZombiesAgree();
  expect(seen(scrape)['container']).toBe(truth.container);
  expect(truth.container - (seen(before)['container'] ?? 0)).toBe(7);
  expect(seen(scrape)['host']).toBeGreaterThanOrEqual(40);
  expect(scrape.value('dockerhost_processes', { state: 'zombie' })).toBe(truth.container + truth.elsewhere);
  expect(scrape.value('dockerhost_zombie_leaders_with_live_threads')).toBe(0);

  await parent.stop();
  await engine.docker('rm', '-f', id);
  const after = (await untilZombiesAgree()).scrape;
  expect(seen(after)['container']).toBe(seen(before)['container']);
  expect(seen(after)['host']).toBeLessThan(40);
});

test('a process of a container that survives SIGKILL is unkillable, and no longer once it is gone', async () => {
  const unkillable = (exposition: Exposition) =>
    exposition.value('dockerhost_unkillable_processes', { scope: 'container', state: 'disk_sleep' }) ?? 0;
  const script = 'sleep 601 & exec sleep 602';
  const id = await engine.run('--pid=host', image, 'sh', '-c', script);
  const init = await initOf(id);
  const isChild = ({ ppid, comm }: { ppid: number; comm: string }) => ppid === init && comm === 'sleep';
  const child = (await eventually('the child', () => processes().find(isChild))).pid;
  const before = unkillable(await exporter.scrape());

  const thaw = await makeUnkillable(engine, child);
  await engine.docker('kill', id);
  await eventually('SIGKILL to be pending', () => processOf(child)?.pendingSignals === 256);
  const scrape = await scrapeUntil(
    exporter,
    'one more unkillable process',
    (exposition) => unkillable(exposition) === before + 1,
    (exposition) => exposition.samples('dockerhost_unkillable_processes'),
  );
  expect(scrape.value('dockerhost_uninterruptible_processes', { scope: 'container' })).toBeGreaterThan(0);

  await thaw();
  await scrapeUntil(
    exporter,
    'no unkillable process',
    (exposition) => unkillable(exposition) === before,
    (exposition) => exposition.samples('dockerhost_unkillable_processes'),
  );
});
