import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { incident2014 } from '../hosts/incident-2014.ts';
import { buildFixtureHost, fixtureHosts } from '../hosts/index.ts';
import { overlay2 } from '../hosts/overlay2.ts';
import { withoutDocker } from '../hosts/without-docker.ts';
import { type FixtureHost, temporaryRoot } from './fixture-host.ts';
import { observeProcesses } from './observed-processes.ts';

it('lists each host once', () => {
  expect(fixtureHosts.map(({ name }) => name)).toEqual([
    'devicemapper-healthy',
    'devicemapper-crowded',
    'devicemapper-leaking',
    'incident-2014',
    'without-docker',
    'overlay2',
  ]);
});

describe.each(fixtureHosts)('$name', (builder) => {
  it('has what every host has, and is gone after disposal', async () => {
    const host = await buildFixtureHost(builder);
    const files = ['stat', 'meminfo', 'loadavg', 'version', '1/stat', '1/mountinfo', '2/stat'];
    const missing = files.filter((file) => !existsSync(join(host.procfs, file)));
    expect(missing).toEqual([]);
    expect(existsSync(join(host.rootfs, 'etc/os-release'))).toBe(true);
    expect(existsSync(join(host.sysfs, 'fs/cgroup'))).toBe(true);
    expect(host.now).toBeGreaterThan(0);
    expect(existsSync(host.pidfile)).toBe(host.engine === 'recorded');
    expect(host.answers !== undefined).toBe(host.engine === 'recorded');
    await host.dispose();
    expect(existsSync(host.rootfs)).toBe(false);
  });
});

it('has a small host without anything of Docker', async () => {
  const host = await buildFixtureHost(withoutDocker);
  try {
    const processes = observeProcesses(host.procfs);
    expect(processes).toHaveLength(120);
    expect(processes.filter(({ comm }) => /docker|containerd|shim/.test(comm))).toEqual([]);
    expect(processes.filter(({ state }) => state === 'Z' || state === 'D')).toEqual([]);
  } finally {
    await host.dispose();
  }
});

it('leaves no tree behind when a build fails', async () => {
  let built = '';
  const failing = buildFixtureHost({
    name: 'failing',
    build: async (dir) => {
      built = await mkdtemp(join(dir, 'half-'));
      throw new Error('disk full');
    },
  });
  await expect(failing).rejects.toThrow('disk full');
  expect(built.startsWith(await temporaryRoot())).toBe(true);
  expect(existsSync(built)).toBe(false);
});

describe.each([incident2014, withoutDocker, overlay2])('$name', (builder) => {
  it('is the same host every time', async () => {
    const hosts = [await buildFixtureHost(builder), await buildFixtureHost(builder)] as const;
    try {
      const [first, again] = hosts;
      expect(fingerprint(again)).toBe(fingerprint(first));
      expect(again.answers).toEqual(first.answers);
    } finally {
      await Promise.all(hosts.map((host) => host.dispose()));
    }
  });
});

function fingerprint({ procfs }: FixtureHost): string {
  const hash = createHash('sha256');
  for (const pid of readdirSync(procfs).sort()) {
    for (const file of ['stat', 'status', 'cgroup', 'mountinfo']) {
      const path = join(procfs, pid, file);
      if (existsSync(path)) hash.update(`${pid}/${file}\n`).update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}
