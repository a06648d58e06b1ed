import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runningContainers } from '../hosts/overlay2/containers.ts';
import { overlay2 } from '../hosts/overlay2.ts';
import type { Behaviour } from '../support/engine-behaviour.ts';
import { type FixtureApp, startFixtureApp } from '../support/fixture-app.ts';
import { breakPath } from '../support/host-faults.ts';
import { accusedMounts, type Cost, costBetween, nothing, ofContainers, reconciled, sorted } from './cost.ts';
import { cases } from './fault-table.ts';
import { keptCases } from './kept-table.ts';
import { seriesOf } from './series.ts';

let app: FixtureApp;
let healthy: Map<string, number>;

/** Names are told at once: who is accused of what belongs to the cost. */
const atOnce = { settleSeconds: 0 };
const start = (builder = overlay2): Promise<FixtureApp> => startFixtureApp(builder, undefined, atOnce);

beforeAll(async () => {
  app = await start();
  healthy = await seriesOf(app);
});
afterAll(() => app.close());

const unharmed = sorted(nothing);

async function costWhile(undo: () => void): Promise<Cost> {
  try {
    return costBetween(healthy, await seriesOf(app));
  } finally {
    undo();
  }
}

it('starts with everything read, and with somebody to name', async () => {
  expect(costBetween(healthy, healthy)).toEqual(unharmed);
  expect([...healthy.keys()].filter((key) => key.startsWith('offender{')).length).toBeGreaterThan(5);
});

describe('a file of the host costs what stands on it, and nothing else', () => {
  it.each(cases)('%s: %s', async (fault, path, cost) => {
    expect(await costWhile(breakPath(app.fixture.rootfs, path, fault))).toEqual(sorted(cost));
    expect(costBetween(healthy, await seriesOf(app))).toEqual(unharmed);
  });

  it('AUFS is named while it is loaded', async () => {
    const directory = join(app.fixture.sysfs, 'module/aufs');
    mkdirSync(directory, { recursive: true });
    const undo = breakPath(app.fixture.rootfs, 'sys/module/aufs/version', 'missing');
    writeFileSync(join(directory, 'version'), '3.16-20140908\n');
    const loaded = await seriesOf(app).finally(undo);
    expect(loaded.get('aufs_info{"version":"3.16-20140908"}')).toBe(1);
  });

  it('which mount namespace is the host’s is not known when neither process 1 nor the kernel threads tell', async () => {
    const undoFirst = breakPath(app.fixture.rootfs, 'proc/1/ns', 'denied');
    const undoSecond = breakPath(app.fixture.rootfs, 'proc/2/ns', 'denied');
    const cost = await costWhile(() => {
      undoFirst();
      undoSecond();
    });
    const gone = ['leaked_mounts', 'mount_namespaces'];
    expect(cost).toEqual({ gone, changed: ['offender', 'visibility'], failed: ['mounts'] });
  });

  it('one container that cannot be looked into makes nothing an abandoned or a forgotten one', async () => {
    const id = (runningContainers[0] as { id: string }).id;
    const path = `sys/fs/cgroup/system.slice/docker-${id}.scope/cgroup.procs`;
    const cost = await costWhile(breakPath(app.fixture.rootfs, path, 'denied'));
    const gone = [...accusedMounts, ...ofContainers, ...reconciled];
    expect(cost).toEqual(sorted({ gone, changed: ['offender'], failed: ['mounts', 'processes', 'reconcile'] }));
  });
});

describe('a file that is read once for each process costs the same when it is broken from the start', () => {
  it.each(keptCases)('%s: %s', async (fault, path, cost) => {
    const build = async (dir: string) => {
      const host = await overlay2.build(dir);
      breakPath(dir, path, fault);
      return host;
    };
    const broken = await start({ name: overlay2.name, build });
    try {
      expect(costBetween(healthy, await seriesOf(broken))).toEqual(sorted(cost));
    } finally {
      await broken.close();
    }
  });
});

describe('an answer of the Engine costs what stands on it, and nothing else', () => {
  const info = ['engine_info', 'storage_driver_info', 'engine_goroutines'];
  const list = '/containers/json?limit=1';
  const unlisted = { gone: ['containers', ...reconciled], failed: ['engine', 'reconcile'] };
  const rows: readonly (readonly [string, Behaviour, Cost])[] = [
    ...(['403', '500', 'garbage', 'truncated', 'close'] as const).map(
      (behaviour) => ['/info', behaviour, { gone: info, changed: probes(behaviour), failed: ['engine'] }] as const,
    ),
    ...(['403', '500', 'truncated', 'close'] as const).map(
      (behaviour) => [list, behaviour, { ...unlisted, changed: probes(behaviour) }] as const,
    ),
    [list, 'garbage', nothing], // it answers, and the full list was kept up to date
    ['/images/json', '500', { gone: ['images'], failed: ['inventory'] }],
    ['/images/json', 'garbage', { gone: ['images'], failed: ['inventory'] }],
    ['/volumes', '403', { gone: ['volumes'], failed: ['inventory'] }],
    ['/volumes', 'garbage', { gone: ['volumes'], failed: ['inventory'] }],
    ['/system/df', 'close', { gone: ['reclaimable_bytes'], failed: ['inventory'] }],
    ['/system/df', 'garbage', { gone: ['reclaimable_bytes'], failed: ['inventory'] }],
    ['/_ping', '500', { gone: [], changed: ['engine_probe_state'], failed: [] }],
    ['/_ping', '403', { gone: [], changed: ['engine_probe_state', 'visibility'], failed: [] }],
  ];

  it.each(rows)('%s: %s', async (path, behaviour, cost) => {
    app.fake?.setBehaviour(path, behaviour);
    expect(await costWhile(() => app.fake?.setBehaviour(path, 'ok'))).toEqual(sorted(cost));
    expect(costBetween(healthy, await seriesOf(app))).toEqual(unharmed);
  });
});

/** Rubbish with status 200 is an answer: the probe is content, the reading is not. */
function probes(behaviour: Behaviour): readonly string[] {
  return behaviour === 'garbage' ? [] : ['engine_probe_state'];
}
