import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Engine, image, startEngine } from './support/engine.ts';
import { type Scrape, scrapeUntil, startExporter } from './support/exporter.ts';
import { installTo } from './support/install.ts';
import { collectors } from './support/readings.ts';

let engine: Engine;
/** A copy that nobody may read, too. */
let home: string;

beforeAll(async () => {
  engine = await startEngine();
  await engine.run(image, 'sleep', '600');
  home = join(engine.folder, 'installed');
  installTo(home);
});

const visibility = (scrape: Scrape) => scrape.by('dockerhost_visibility', 'scope');
const daemonUp = (scrape: Scrape) => scrape.samples('dockerhost_daemon_up');

/** A folder below the engine's, to mount something on in a namespace that ends with the exporter. */
function mountPoint(name: string): string {
  const folder = join(engine.folder, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** In PID and mount namespaces of its own, as in a container: `script` mounts, then the exporter runs. */
const contained = (script: string, folder: string) =>
  [
    'unshare',
    '--mount',
    '--pid',
    '--fork',
    '--kill-child=SIGTERM',
    'sh',
    '-c',
    `${script} && exec "$@"`,
    folder,
  ] as const;

describe("in a PID namespace of its own, with the host's trees mounted", () => {
  test('it reports the same of the host as the exporter outside', async () => {
    const folder = mountPoint('host');
    for (const name of ['proc', 'sys']) mountPoint(`host/${name}`);
    const script = 'mount --rbind /proc "$0/proc" && mount --rbind /sys "$0/sys" && mount -t proc proc /proc';
    const flags = [`--path.procfs=${folder}/proc`, `--path.sysfs=${folder}/sys`, ...engine.flags];
    const inside = await startExporter(flags, { through: contained(script, folder) });
    const outside = await startExporter(engine.flags);
    const [a, b] = [await inside.scrape(), await outside.scrape()];
    expect(visibility(a)).toEqual({ host_processes: 1, daemon_fds: 1, mount_namespaces: 1, engine: 1 });
    expect(collectors(a).failed).toEqual([]);
    for (const name of [
      'dockerhost_daemon_start_time_seconds',
      'dockerhost_container_mounts',
      'dockerhost_network_namespaces',
      'dockerhost_boot_time_seconds',
    ])
      expect(a.samples(name), name).toEqual(b.samples(name));
    expect(a.samples('dockerhost_container_mounts')).toHaveLength(2);
    const processes = (scrape: Scrape) =>
      Object.values(scrape.by('dockerhost_processes', 'state')).reduce((x, y) => x + y, 0);
    expect(Math.abs(processes(a) - processes(b))).toBeLessThan(10);
  });
});

describe('in a mount namespace of its own that keeps the file system of a container', () => {
  test('it names itself as the holder when that container is gone, and says so once', async () => {
    const id = await engine.run('--name=kept', image, 'sleep', '600');
    const merged = await engine.docker('inspect', '--format', '{{.GraphDriver.Data.MergedDir}}', id);
    const folder = mountPoint('exporter-holds');
    const through = ['unshare', '--mount', '--propagation=private', 'sh', '-c'];
    const script = `mount --bind '${merged}' "$0" && exec "$@"`;
    const exporter = await startExporter(engine.flags, { through: [...through, script, folder] });
    const leaked = (scrape: Scrape) => scrape.by('dockerhost_leaked_mounts', 'holder')['exporter'];
    expect(leaked(await exporter.scrape())).toBe(0);
    await engine.docker('rm', '-f', id);
    await scrapeUntil(exporter, 'a mount held by the exporter', (scrape) => leaked(scrape) === 1, leaked);
    const offender = (scrape: Scrape) => scrape.samples('dockerhost_offender').map(({ labels }) => labels['kind']);
    await scrapeUntil(exporter, 'its name', (scrape) => offender(scrape).includes('mount_holder'), offender);
    expect(exporter.log().match(/own mount namespace keeps/g)).toHaveLength(1);
  });
});

describe('in a cgroup namespace of its own', () => {
  test('containers are found all the same', async () => {
    const exporter = await startExporter(engine.flags, { through: ['unshare', '--cgroup'] });
    const scrape = await exporter.scrape();
    expect(collectors(scrape).failed).toEqual([]);
    expect(scrape.by('dockerhost_container_mounts', 'state')).toEqual({ live: 1, lingering: 0 });
  });
});

describe('in a PID namespace of its own, with nothing mounted', () => {
  test('it says that it cannot see the host, and nothing about daemons', async () => {
    const script = 'mount -t proc proc /proc';
    const exporter = await startExporter(engine.flags, { through: contained(script, mountPoint('none')) });
    const scrape = await exporter.scrape();
    expect(visibility(scrape)['host_processes']).toBe(0);
    expect(daemonUp(scrape)).toEqual([]);
    expect(scrape.samples('dockerhost_devicemapper_kernel_threads')).toEqual([]);
    expect(exporter.log()).toMatch(/--pid=host/);
  });
});

describe('where /proc is mounted with hidepid=2', () => {
  const mountHidden = 'mount -t proc -o hidepid=2 proc "$0"';

  const start = (as: string) => {
    const folder = mountPoint('hidden');
    const script = `${mountHidden} && exec ${as} "$@"`;
    return startExporter([`--path.procfs=${folder}`, ...engine.flags], {
      home,
      through: ['unshare', '--mount', 'sh', '-c', script, folder],
    });
  };

  test('as nobody the host is hidden, and no daemon is said to be down', async () => {
    const exporter = await start('setpriv --reuid=65534 --regid=65534 --clear-groups');
    const scrape = await exporter.scrape();
    expect(visibility(scrape)['host_processes']).toBe(0);
    expect(daemonUp(scrape)).toEqual([]);
    expect(exporter.log()).toMatch(/hidepid/);
  });

  test('as root everything is seen', async () => {
    const exporter = await start('');
    const scrape = await exporter.scrape();
    expect(visibility(scrape)['host_processes']).toBe(1);
    expect(scrape.value('dockerhost_daemon_up', { daemon: 'dockerd' })).toBe(1);
  });
});
