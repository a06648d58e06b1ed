import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFixtureHost, type FixtureHost } from './fixture-host.ts';
import { type RecordingName, recordingNames, unpackRecording } from './unpack.ts';

/** From the notes on the recordings: descriptors and containers. */
const facts: Record<RecordingName, { running: number; fds: number }> = {
  'devicemapper-healthy': { running: 4, fds: 43 },
  'devicemapper-crowded': { running: 22, fds: 151 },
  'devicemapper-leaking': { running: 4, fds: 43 },
};

describe.each(recordingNames)('%s', (name) => {
  let host: FixtureHost;
  beforeAll(async () => {
    host = await buildFixtureHost({ name, build: async (dir) => unpackRecording(name, dir) });
  });
  afterAll(() => host.dispose());

  const daemon = (): string => join(host.procfs, readFileSync(host.pidfile, 'utf8').trim());

  it('has the pidfile of a dockerd, below the root and by its old path', () => {
    expect(readFileSync(join(daemon(), 'comm'), 'utf8')).toBe('dockerd\n');
    expect(existsSync(join(host.rootfs, 'var/run/docker.pid'))).toBe(true);
    expect(readFileSync(join(host.rootfs, 'etc/os-release'), 'utf8')).toContain('ID=debian');
  });

  it('keeps descriptors as links', () => {
    const fds = readdirSync(join(daemon(), 'fd'));
    expect(fds).toHaveLength(facts[name].fds);
    expect(readlinkSync(join(daemon(), 'fd/0'))).toBe('/dev/null');
  });

  it('has mountinfo for every process with a mount namespace and for no zombie', () => {
    for (const pid of readdirSync(host.procfs).filter((entry) => /^\d+$/.test(entry))) {
      const zombie = readFileSync(join(host.procfs, pid, 'stat'), 'utf8').includes(') Z ');
      expect([pid, existsSync(join(host.procfs, pid, 'mountinfo'))]).toEqual([pid, !zombie]);
    }
  });

  it('has the answers of the Engine and its clock', () => {
    expect(host.answers?.containers).toHaveLength(facts[name].running);
    expect(Object.keys(host.answers?.inspect ?? {})).toHaveLength(facts[name].running);
    expect(host.answers?.ping).toBe('OK');
    expect(new Date((host.now ?? 0) * 1000).toISOString()).toMatch(/^2026-11-22T12:/);
  });
});

it('removes the tree when it is disposed of', async () => {
  const name = 'devicemapper-healthy';
  const host = await buildFixtureHost({ name, build: async (dir) => unpackRecording(name, dir) });
  await host.dispose();
  expect(existsSync(host.rootfs)).toBe(false);
});
