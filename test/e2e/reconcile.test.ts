import { beforeAll, beforeEach, expect, test } from 'vitest';
import { alertsOf, type CheckReport, check, checkTable } from './support/check.ts';
import { initOf, runWithChild, runWithZombies, untilListed } from './support/containers.ts';
import { type Engine, image, startEngine } from './support/engine.ts';
import { type Exporter, type Scrape, scrapeUntil, startExporter } from './support/exporter.ts';
import { freeze, makeUnkillable, startNegligentParent } from './support/faults.ts';
import { copyMounts, holdElsewhere, keepOnHost } from './support/mount-faults.ts';
import { isAlive, processOf } from './support/proc.ts';
import { noResidue, type Residue, residue } from './support/residue.ts';
import { eventually } from './support/wait.ts';

// Each fault for real: it shows under its own name and under no other, and goes when it is undone.

let engine: Engine;
let exporter: Exporter;

beforeAll(async () => {
  engine = await startEngine();
  exporter = await startExporter([...engine.flags, '--docker.timeout=1s', '--containers.interval=1s']);
});

/** Scrapes until exactly this is left behind on the host. */
function untilResidue(wanted: Partial<Residue>, seconds = 60): Promise<Scrape> {
  const all = JSON.stringify({ ...noResidue, ...wanted });
  return scrapeUntil(exporter, all, (scrape) => JSON.stringify(residue(scrape)) === all, residue, seconds);
}

/**
 * Until the Engine itself has noticed that a container has ended. dockerd may replace a containerd that was
 * frozen for too long and never hear of the end; then the ghost is there to stay, and a restart ends it.
 */
async function untilEnded(name: string): Promise<void> {
  const ended = (within: number) =>
    eventually(
      `the Engine to notice the end of ${name}`,
      () => engine.docker('inspect', '--format', '{{.State.Status}}', name),
      (status) => status === 'exited',
      { within },
    );
  await ended(15).catch(async () => {
    await engine.restart();
    await ended(30);
  });
}

/** Every test begins with a host on which nothing is left of the one before. */
beforeEach(async () => {
  await untilResidue({});
  await untilListed(engine, exporter);
});

const remove = (...ids: readonly string[]) => engine.docker('rm', '-f', ...ids);
const isPending = (pid: number) => () => processOf(pid)?.pendingSignals === 256;

test('on a healthy host check finds nothing', async () => {
  const id = await engine.run('--name=healthy', image, 'sleep', '600');
  const scrape = await untilResidue({});
  expect(scrape.value('dockerhost_container_processes')).toBe(1);
  expect(scrape.value('dockerhost_container_resident_memory_bytes')).toBeGreaterThan(4096);
  const result = await check(engine.flags);
  expect(alertsOf(result)).toEqual([]);
  expect(result.report.unseen).toEqual([]);
  const status = (await (await fetch(`${exporter.url}/status`)).json()) as CheckReport;
  expect(status.findings.map(({ alert }) => alert)).toEqual(result.report.findings.map(({ alert }) => alert));
  await remove(id);
});

test('a container that docker kill does not kill', async () => {
  const id = await engine.run('--name=stuck', image, 'sleep', '4444');
  const init = await initOf(engine, id);
  const thaw = await makeUnkillable(engine, init);
  await engine.docker('kill', id).catch(() => 'did not receive an exit event');
  await eventually('SIGKILL to be pending', isPending(init));

  await untilResidue({ unkillable: 1, offenders: ['unkillable stuck sleep: 1'] });
  const result = await check(engine.flags);
  expect(alertsOf(result)).toEqual(['DockerHostUnkillableProcesses']);
  expect(result.report.findings[0]?.culprits).toMatchObject([{ name: 'stuck', process: 'sleep', pids: [init] }]);
  expect(result.code).toBe(1);

  await thaw();
  await untilResidue({});
  await remove(id);
});

test('an orphan: the container is gone from the Engine, a process of it is not', async () => {
  const { id, child } = await runWithChild(engine, 'lost');
  await untilListed(engine, exporter);
  const thaw = await makeUnkillable(engine, child);
  await engine.docker('kill', id);
  await remove(id);
  expect(isAlive(child)).toBe(true);

  const orphan = { orphans: 1, orphanedProcesses: 1, unkillable: 1 };
  const scrape = await untilResidue({ ...orphan, offenders: ['unkillable lost sleep: 1', 'orphan lost: 1'] });
  expect(scrape.value('dockerhost_orphaned_resident_memory_bytes')).toBeGreaterThan(0);
  const result = await check(engine.flags);
  expect(result.code).toBe(1);
  expect([...alertsOf(result)].sort()).toEqual(['DockerHostOrphanProcesses', 'DockerHostUnkillableProcesses']);
  const finding = result.report.findings.find(({ alert }) => alert === 'DockerHostOrphanProcesses');
  expect(finding?.culprits[0]?.pids).toEqual([child]);

  await thaw();
  await untilResidue({});
  expect(isAlive(child)).toBe(false);
});

test('a ghost: the Engine says running, and its process is gone', async () => {
  const id = await engine.run('--name=shade', image, 'sleep', '4444');
  const init = await initOf(engine, id);
  await untilListed(engine, exporter);
  const recover = await freeze(engine.containerdPid);
  process.kill(init, 'SIGKILL');

  // its root file system is still mounted, and goes with the ghost: no fault of its own
  await untilResidue({ ghosts: 1, offenders: ['ghost shade: 1'] });
  const result = await check([...engine.flags, '--docker.timeout=1s']);
  expect([...alertsOf(result)].sort()).toEqual(['DockerEngineHung', 'DockerHostGhostContainers']);
  const { text, code } = await checkTable([...engine.flags, '--docker.timeout=1s']);
  expect(text).toContain('DockerHostGhostContainers');
  expect(text).toMatch(/shade/);
  expect(code).toBe(2); // containerd hangs, and that is critical

  await recover();
  await untilEnded('shade');
  await untilResidue({});
  await remove(id);
});

test('leaked and lingering mounts, and a copy of a live mount, which is neither', async () => {
  const names = ['held', 'kept', 'alive'];
  const [held, kept, alive] = (await Promise.all(
    names.map((name) => engine.run(`--name=${name}`, image, 'sleep', '4444')),
  )) as [string, string, string];
  await untilListed(engine, exporter);
  const holder = await holdElsewhere(engine, held);
  const copy = await copyMounts();
  const unmount = await keepOnHost(engine, kept);
  const scrape = await untilResidue({});
  expect(scrape.by('dockerhost_container_mounts', 'state')).toEqual({ live: 3, lingering: 0 });
  await remove(held, kept);

  const offenders = ['mount_holder sleep: 1', 'lingering_mount kept: 1'];
  await untilResidue({ leaked: { other: 1 }, lingering: 1, offenders });
  const result = await check(engine.flags);
  expect([...alertsOf(result)].sort()).toEqual(['DockerHostLeakedMounts', 'DockerHostLingeringMounts']);
  expect(result.code).toBe(1);
  const finding = result.report.findings.find(({ alert }) => alert === 'DockerHostLeakedMounts');
  expect(finding?.culprits[0]?.pids).toEqual([holder.pid]);

  await holder.stop();
  await untilResidue({ lingering: 1, offenders: ['lingering_mount kept: 1'] });
  await unmount();
  await untilResidue({});
  await copy.stop();
  await remove(alive);
});

test('zombies are laid at the door of the parent that does not reap them', async () => {
  const id = await runWithZombies(engine, 'litter', 12);
  const parent = await startNegligentParent(40);
  const scrape = await untilResidue({ offenders: ['zombie_parent perl: 40', 'zombie_parent litter sleep: 12'] });
  expect(scrape.value('dockerhost_zombie_processes', { parent: 'container' })).toBe(12);
  const result = await check(engine.flags);
  expect(alertsOf(result)).toContain('DockerHostNonReapingParent');
  expect(result.code).toBe(0); // worth knowing, and no problem yet
  await parent.stop();
  await remove(id);
  await untilResidue({});
});

test('all of it at once: each under its own name', async () => {
  const litter = await runWithZombies(engine, 'litter', 12);
  const stuck = await engine.run('--name=stuck', image, 'sleep', '4444');
  const { id: lost, child } = await runWithChild(engine, 'lost');
  const [held, kept, shade] = (await Promise.all(
    ['held', 'kept', 'shade'].map((name) => engine.run(`--name=${name}`, image, 'sleep', '4444')),
  )) as [string, string, string];
  await untilListed(engine, exporter);

  const holder = await holdElsewhere(engine, held);
  const unmount = await keepOnHost(engine, kept);
  const thawChild = await makeUnkillable(engine, child);
  await engine.docker('kill', lost);
  await remove(lost, held, kept);
  const init = await initOf(engine, stuck);
  const thawInit = await makeUnkillable(engine, init);
  await engine.docker('kill', stuck).catch(() => 'did not receive an exit event');
  const ghost = await initOf(engine, shade);
  const recover = await freeze(engine.containerdPid);
  process.kill(ghost, 'SIGKILL');

  await untilResidue({
    ghosts: 1,
    orphans: 1,
    orphanedProcesses: 1,
    unkillable: 2,
    lingering: 1,
    leaked: { other: 1 },
    offenders: [
      'unkillable lost sleep: 1',
      'ghost shade: 1',
      'orphan lost: 1',
      'mount_holder sleep: 1',
      'lingering_mount kept: 1',
      'zombie_parent litter sleep: 12',
      'unkillable stuck sleep: 1',
    ],
  });
  const result = await check([...engine.flags, '--docker.timeout=1s']);
  expect(alertsOf(result)).toEqual(
    expect.arrayContaining([
      'DockerEngineHung',
      'DockerHostGhostContainers',
      'DockerHostLeakedMounts',
      'DockerHostLingeringMounts',
      'DockerHostNeedsRecycle',
      'DockerHostNonReapingParent',
      'DockerHostOrphanProcesses',
      'DockerHostUnkillableProcesses',
    ]),
  );
  expect(result.code).toBe(2);

  await recover();
  await thawChild();
  await thawInit();
  await unmount();
  await holder.stop();
  await untilEnded('shade');
  await remove(litter, stuck, shade);
  await untilResidue({});
});
