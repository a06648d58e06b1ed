import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseExposition } from '../e2e/support/exposition.ts';
import { runningContainers } from '../hosts/overlay2/containers.ts';
import { overlay2 } from '../hosts/overlay2.ts';
import type { Behaviour } from '../support/engine-behaviour.ts';
import { type FixtureApp, startFixtureApp } from '../support/fixture-app.ts';
import { breakPath } from '../support/host-faults.ts';
import { type Cost, cases } from './fault-table.ts';

let app: FixtureApp;
let healthy: Map<string, number>;

beforeAll(async () => {
  app = await startFixtureApp(overlay2);
  healthy = await series();
});
afterAll(() => app.close());

/** Metrics of time passing. */
const volatile = /_(duration|age)_seconds|_timestamp_seconds|busiest_thread|event_loop|data_root_available/;

/** Series of a scrape with their values; a series is `metric{labels}` without the prefix. */
async function series(): Promise<Map<string, number>> {
  const all = parseExposition(await app.scrape()).series.filter(({ name }) => !volatile.test(name));
  return new Map(
    all.map(({ name, labels, value }) => [`${name.replace('dockerhost_', '')}${JSON.stringify(labels)}`, value]),
  );
}

const success = /^collector_success\{"collector":"(.*)"\}$/;
const metricOf = (key: string): string => key.slice(0, key.indexOf('{'));

/** `metric`, or `metric{daemon}` for those of one daemon. */
function nameOf(key: string): string {
  const daemon = /"daemon":"(\w+)"/.exec(key)?.[1];
  return daemon === undefined ? metricOf(key) : `${metricOf(key)}{${daemon}}`;
}

function costOf(sick: ReadonlyMap<string, number>): Cost {
  const shown = new Set([...sick.keys()].map(nameOf));
  const gone = new Set([...healthy.keys()].map(nameOf).filter((name) => !shown.has(name)));
  const keys = [...new Set([...healthy.keys(), ...sick.keys()])];
  const differing = keys.filter((key) => healthy.get(key) !== sick.get(key) && !success.test(key));
  const changed = new Set(differing.filter((key) => !gone.has(nameOf(key))).map(metricOf));
  const failed = [...sick]
    .filter(([key, value]) => success.test(key) && value === 0)
    .map(([key]) => key.replace(success, '$1'));
  return { gone: [...gone].sort(), changed: [...changed].sort(), failed: failed.sort() };
}

const sorted = ({ gone, changed = [], failed }: Cost): Cost => ({
  gone: [...gone].sort(),
  changed: [...changed].sort(),
  failed: [...failed].sort(),
});

async function costWhile(undo: () => void): Promise<Cost> {
  try {
    return costOf(await series());
  } finally {
    undo();
  }
}

it('starts with everything read', () => {
  expect(costOf(healthy)).toEqual({ gone: [], changed: [], failed: [] });
});

describe('a file of the host costs what stands on it, and nothing else', () => {
  it.each(cases)('%s: %s', async (fault, path, cost) => {
    expect(await costWhile(breakPath(app.fixture.rootfs, path, fault))).toEqual(sorted(cost));
    expect(costOf(await series())).toEqual({ gone: [], changed: [], failed: [] });
  });

  it('AUFS is named while it is loaded', async () => {
    const directory = join(app.fixture.sysfs, 'module/aufs');
    mkdirSync(directory, { recursive: true });
    const undo = breakPath(app.fixture.rootfs, 'sys/module/aufs/version', 'missing');
    writeFileSync(join(directory, 'version'), '3.16-20140908\n');
    const loaded = await series().finally(undo);
    expect(loaded.get('aufs_info{"version":"3.16-20140908"}')).toBe(1);
  });

  it('one container that cannot be looked into makes no mount an abandoned one', async () => {
    const id = (runningContainers[0] as { id: string }).id;
    const path = `sys/fs/cgroup/system.slice/docker-${id}.scope/cgroup.procs`;
    const cost = await costWhile(breakPath(app.fixture.rootfs, path, 'denied'));
    expect(cost.gone).toContain('container_mounts');
    expect(cost.failed).toEqual(['mounts', 'processes']);
  });
});

describe('an answer of the Engine costs what stands on it, and nothing else', () => {
  const info = ['engine_info', 'storage_driver_info', 'engine_goroutines'];
  const rows: readonly (readonly [string, Behaviour, Cost])[] = [
    ...(['403', '500', 'garbage', 'truncated', 'close'] as const).map(
      (behaviour) => ['/info', behaviour, { gone: info, changed: probes(behaviour), failed: ['engine'] }] as const,
    ),
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
    expect(costOf(await series())).toEqual({ gone: [], changed: [], failed: [] });
  });
});

/** Rubbish with status 200 is an answer: the probe is content, the reading is not. */
function probes(behaviour: Behaviour): readonly string[] {
  return behaviour === 'garbage' ? [] : ['engine_probe_state'];
}
