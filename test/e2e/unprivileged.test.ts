import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Engine, image, startEngine } from './support/engine.ts';
import { type Exporter, type Scrape, startExporter } from './support/exporter.ts';
import { installTo } from './support/install.ts';
import { processes } from './support/proc.ts';
import { all, collectors, probeStates } from './support/readings.ts';

const visibility = (scrape: Scrape) => scrape.by('dockerhost_visibility', 'scope');

describe('as nobody, beside an Engine', () => {
  const nobody = { uid: 65534, gid: 65534 };
  let engine: Engine;
  let exporter: Exporter;

  beforeAll(async () => {
    engine = await startEngine();
    await engine.run(image, 'sleep', '600');
    // As where Debian's package puts it: root and the group docker, nobody else.
    chmodSync(engine.socket, 0o660);
    const home = join(engine.folder, 'installed');
    installTo(home);
    exporter = await startExporter(engine.flags, { ...nobody, home });
  });

  test('it serves what it can see of the host', async () => {
    const scrape = await exporter.scrape();
    expect(collectors(scrape).succeeded).toEqual(expect.arrayContaining(['host', 'kernel', 'processes']));
    expect(scrape.value('dockerhost_daemon_up', { daemon: 'dockerd' })).toBe(1);
    expect(scrape.value('dockerhost_load_average', { window: '5m' })).toBeGreaterThanOrEqual(0);
    expect(scrape.value('dockerhost_processes', { state: 'sleeping' })).toBeGreaterThan(0);
  });

  test('the Engine denies it, and nothing is said about containers', async () => {
    const scrape = await exporter.scrape();
    expect(probeStates(scrape)).toEqual(all('denied'));
    expect(visibility(scrape)['engine']).toBe(0);
    for (const name of ['dockerhost_containers', 'dockerhost_engine_info', 'dockerhost_images'])
      expect(scrape.samples(name), name).toEqual([]);
  });

  test('descriptors by target are not visible, and their number is never made up', async () => {
    const scrape = await exporter.scrape();
    expect(visibility(scrape)['daemon_fds']).toBe(0);
    expect(scrape.samples('dockerhost_daemon_fds')).toEqual([]);
    // Linux 6.2 and newer tell the number without a listing; on older ones there is no sample.
    expect(scrape.value('dockerhost_daemon_open_fds', { daemon: 'dockerd' })).not.toBe(0);
  });

  test('mount namespaces are not visible, and nobody is said to hold a mount, or nobody', async () => {
    const scrape = await exporter.scrape();
    expect(visibility(scrape)['mount_namespaces']).toBe(0);
    expect(collectors(scrape).failed).toContain('mounts');
    expect(scrape.samples('dockerhost_leaked_mounts')).toEqual([]);
  });

  test('ghosts and orphans are neither counted nor said to be none', async () => {
    const scrape = await exporter.scrape();
    for (const name of ['dockerhost_ghost_containers', 'dockerhost_orphaned_containers'])
      expect(scrape.samples(name), name).toEqual([]);
    expect(scrape.value('dockerhost_container_processes')).toBe(1); // the kernel's view needs no Engine
  });

  test('the log says what is hidden and what to do about it, once for each view and not at each scrape', () => {
    const hidden = exporter.log().match(/a part of the host cannot be seen.*/g) ?? [];
    expect(hidden.map((line) => /scope=(\w+)/.exec(line)?.[1]).sort()).toEqual([
      'daemon_fds',
      'engine',
      'mount_namespaces',
    ]);
    expect(exporter.log()).toMatch(/CAP_SYS_PTRACE/);
    expect(exporter.log()).toMatch(/group/);
  });
});

describe('as root without CAP_SYS_PTRACE, as in a container by default', () => {
  test('descriptors are counted, and nothing is said of what they point to', async () => {
    const engine = await startEngine();
    const exporter = await startExporter(engine.flags, { through: ['setpriv', '--bounding-set=-sys_ptrace'] });
    const scrape = await exporter.scrape();
    expect(visibility(scrape)).toEqual({ host_processes: 1, daemon_fds: 0, mount_namespaces: 0, engine: 1 });
    expect(scrape.samples('dockerhost_daemon_fds')).toEqual([]);
    expect(scrape.samples('dockerhost_leaked_mounts')).toEqual([]);
    expect(collectors(scrape).failed).toEqual(['daemon', 'mounts']);
    const listed = readdirSync(`/proc/${engine.pid}/fd`).length;
    expect(Math.abs((scrape.value('dockerhost_daemon_open_fds', { daemon: 'dockerd' }) ?? 0) - listed)).toBeLessThan(5);
    expect(exporter.log()).toMatch(/CAP_SYS_PTRACE/);
  });
});

describe('without any Docker', () => {
  test('it serves the host, says refused, and says so in the log', async () => {
    const socket = '/nonexistent/docker.sock';
    const exporter = await startExporter([
      `--docker.host=unix://${socket}`,
      '--docker.pidfile=/nonexistent/docker.pid',
    ]);
    const scrape = await exporter.scrape();
    expect(probeStates(scrape)).toEqual(all('refused'));
    // Another dockerd of this machine is found by its name.
    const runs = processes().some(({ comm, state }) => comm === 'dockerd' && state !== 'Z');
    expect(scrape.value('dockerhost_daemon_up', { daemon: 'dockerd' })).toBe(runs ? 1 : 0);
    expect(collectors(scrape).succeeded).toEqual(expect.arrayContaining(['host', 'kernel', 'mounts', 'processes']));
    for (const name of ['dockerhost_containers', 'dockerhost_engine_info'])
      expect(scrape.samples(name), name).toEqual([]);
    expect(exporter.log()).toContain(socket);
    const { code, seconds } = await exporter.stop();
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(2);
  });
});
