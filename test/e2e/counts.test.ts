import { beforeAll, expect, test } from 'vitest';
import { type Engine, image, startEngine } from './support/engine.ts';
import { type Exporter, scrapeUntil, startExporter } from './support/exporter.ts';
import type { Exposition } from './support/exposition.ts';
import { mounts } from './support/proc.ts';
import { collectors } from './support/readings.ts';

let engine: Engine;
let exporter: Exporter;

beforeAll(async () => {
  engine = await startEngine();
  exporter = await startExporter([...engine.flags, '--containers.interval=1s', '--inventory.interval=1s']);
});

const containers = (exposition: Exposition) => exposition.by('dockerhost_containers', 'state');
const none = { created: 0, running: 0, paused: 0, restarting: 0, removing: 0, exited: 0, dead: 0 };

const untilContainers = (wanted: Record<string, number>) =>
  scrapeUntil(
    exporter,
    `dockerhost_containers ${JSON.stringify(wanted)}`,
    (seen) => Object.entries(wanted).every(([state, count]) => containers(seen)[state] === count),
    containers,
  );

test('every collector succeeds on a healthy engine', async () => {
  const scrape = await scrapeUntil(
    exporter,
    'the inventory',
    (seen) => seen.samples('dockerhost_images').length > 0,
    collectors,
  );
  const unreal = scrape.series.filter(({ name, value }) => name.startsWith('dockerhost_') && !Number.isFinite(value));
  expect(unreal).toEqual([]);
  const { succeeded, failed } = collectors(scrape);
  expect(failed).toEqual([]);
  expect(succeeded).toEqual(
    expect.arrayContaining(['daemon', 'engine', 'host', 'inventory', 'kernel', 'mounts', 'processes']),
  );
});

test('engine_info and storage_driver_info say what docker version and docker info say', async () => {
  const scrape = await exporter.scrape();
  const version = JSON.parse(await engine.docker('version', '--format', '{{json .Server}}'));
  const info = JSON.parse(await engine.docker('info', '--format', '{{json .}}'));
  const component = (name: string) => version.Components.find((each: { Name: string }) => each.Name === name)?.Version;

  expect(scrape.samples('dockerhost_engine_info')).toHaveLength(1);
  expect(scrape.samples('dockerhost_engine_info')[0]).toMatchObject({
    value: 1,
    labels: {
      version: version.Version,
      api_version: version.ApiVersion,
      storage_driver: info.Driver,
      cgroup_driver: info.CgroupDriver,
      cgroup_version: info.CgroupVersion,
      containerd_version: component('containerd'),
      runc_version: component('runc'),
      live_restore: String(info.LiveRestoreEnabled),
    },
  });

  const status = new Map<string, string>(info.DriverStatus);
  expect(scrape.samples('dockerhost_storage_driver_info')).toHaveLength(1);
  expect(scrape.samples('dockerhost_storage_driver_info')[0]).toMatchObject({
    value: 1,
    labels: {
      driver: info.Driver,
      backing_filesystem: status.get('Backing Filesystem'),
      supports_d_type: status.get('Supports d_type'),
    },
  });
  expect(scrape.value('dockerhost_engine_goroutines')).toBeGreaterThan(0);
});

test('containers are counted by state as they start, stop and go, and the oldest leftover is known', async () => {
  await untilContainers(none);
  await engine.docker('create', '--name=created', image, 'true');
  const exited = await engine.run('--name=exited', image, 'true');
  await engine.docker('wait', exited);
  await engine.run('--name=one', image, 'sleep', '600');
  await engine.run('--name=two', image, 'sleep', '600');
  await engine.run('--name=paused', image, 'sleep', '600');
  await engine.docker('pause', 'paused');
  const scrape = await untilContainers({ ...none, created: 1, exited: 1, running: 2, paused: 1 });

  const oldest = scrape.by('dockerhost_oldest_leftover_timestamp_seconds', 'kind');
  const createdAt = async (name: string) =>
    Date.parse(await engine.docker('inspect', '--format', '{{.Created}}', name)) / 1000;
  expect(Object.keys(oldest).sort()).toEqual(['created_container', 'exited_container']);
  expect(Math.abs((oldest['exited_container'] ?? 0) - (await createdAt('exited')))).toBeLessThanOrEqual(1);
  expect(Math.abs((oldest['created_container'] ?? 0) - (await createdAt('created')))).toBeLessThanOrEqual(1);

  await engine.docker('unpause', 'paused');
  await engine.docker('stop', 'one', 'two');
  await engine.docker('rm', 'created', 'exited', 'one');
  await untilContainers({ ...none, exited: 1, running: 1 });
  await engine.docker('rm', '-f', 'two', 'paused');
  const empty = await untilContainers(none);
  expect(empty.samples('dockerhost_oldest_leftover_timestamp_seconds')).toEqual([]);
});

test('mounted roots and network namespaces of live containers', async () => {
  /** What this machine has, whoever made it, from the mount table itself. */
  const truth = () => ({
    roots: mounts().filter((mount) => mount.fsType === 'overlay').length,
    namespaces: mounts().filter((mount) => mount.fsType === 'nsfs').length,
  });
  const seen = (exposition: Exposition) => ({
    roots: exposition.value('dockerhost_container_mounts', { driver: 'overlay2', state: 'live' }) ?? 0,
    namespaces: exposition.value('dockerhost_network_namespaces'),
  });
  const agree = (what: string) =>
    scrapeUntil(
      exporter,
      `${what}: ${JSON.stringify(truth())}`,
      (scrape) => JSON.stringify(seen(scrape)) === JSON.stringify(truth()),
      (scrape) => ({ seen: seen(scrape), truth: truth() }),
    );

  await agree('no containers');
  const before = truth();
  const ids = [];
  for (let count = 0; count < 3; count++) ids.push(await engine.run(image, 'sleep', '600'));
  expect(truth()).toEqual({ roots: before.roots + 3, namespaces: before.namespaces + 3 });
  const scrape = await agree('three containers');
  expect(scrape.value('dockerhost_container_mounts', { driver: 'overlay2', state: 'lingering' })).toBe(0);
  await engine.docker('rm', '-f', ...ids);
  await agree('no containers again');
});
