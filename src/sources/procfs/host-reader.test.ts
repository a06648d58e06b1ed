import { describe, expect, it } from 'vitest';
import { withoutDockerFigures } from '../../../test/hosts/without-docker.ts';
import { never, useReadingHost } from '../../../test/support/reading-host.ts';
import { ok } from '../../model/reading.ts';

const { log, read, hang, stuckPaths, waitForStuck, readUntilStuck, reader } = useReadingHost();
const loadAverage = { value: { '1m': Number(withoutDockerFigures.loadAverage.split(' ')[0]) } };

it('reads a host on which nothing hangs', async () => {
  const { readings, keysOf, durations } = await read();
  expect(keysOf('timeout')).toEqual([]);
  expect(readings.processes).toMatchObject({ value: { count: withoutDockerFigures.processes } });
  expect(readings.loadAverage).toMatchObject(loadAverage);
  expect(durations.get('processes')).toBeGreaterThan(0);
  expect(stuckPaths()).toEqual([]);
});

it('reads what advisories ask for, a sysctl by the name that it was asked by', async () => {
  const { readings, durations } = await read();
  expect(readings.kernelCommandLine).toEqual(ok(expect.stringMatching(/^BOOT_IMAGE=\S+ root=\/dev\/vda1 ro quiet$/)));
  expect(readings.filesystems).toEqual(ok(['sysfs', 'tmpfs', 'proc', 'cgroup2', 'ext4', 'overlay']));
  const missing = { kind: 'absent', detail: expect.stringMatching(/proc\/sys\/fs\/may_detach_mounts: ENOENT$/) };
  expect(readings.sysctls).toEqual(ok(new Map([['fs.may_detach_mounts', missing]])));
  expect(durations.get('advisories')).toBeGreaterThan(0);
});

describe('a file that hangs', () => {
  it('costs its own reading and no other, by the deadline', { timeout: never }, async () => {
    const before = await read();
    const { path } = hang('proc/loadavg');
    const { readings, keysOf } = await read();
    expect(keysOf('timeout')).toEqual(['loadAverage']);
    expect(readings.loadAverage).toMatchObject({ detail: expect.stringContaining(path) });
    expect(keysOf('ok')).toEqual(before.keysOf('ok').filter((key) => key !== 'loadAverage'));
    expect(stuckPaths()).toEqual(['proc/loadavg']);
    expect(reader().stuck[0]?.since).toBeCloseTo(Date.now() / 1000, -2);
    expect(log.warn).toHaveBeenCalledExactlyOnceWith({ path }, expect.any(String));
  });

  it('is left alone by the next read', { timeout: never }, async () => {
    hang('proc/loadavg');
    await read();
    const [stuck] = reader().stuck;
    const { keysOf } = await read();
    expect(keysOf('timeout')).toEqual(['loadAverage']);
    expect(reader().stuck).toEqual([stuck]); // no second thread was lost in it
  });

  it('is read again once it has come back', { timeout: never }, async () => {
    const file = hang('proc/loadavg');
    await read();
    file.release();
    await waitForStuck();
    const fields = { path: file.path, seconds: expect.any(Number) };
    expect(log.info).toHaveBeenCalledExactlyOnceWith(fields, expect.any(String));
    const { readings, keysOf } = await read();
    expect(keysOf('timeout')).toEqual([]);
    expect(readings.loadAverage).toMatchObject(loadAverage);
  });

  it('does not hide another of another kind', { timeout: never }, async () => {
    hang('proc/loadavg');
    const mounts = hang('proc/1/mountinfo');
    await readUntilStuck(2);
    expect(stuckPaths()).toEqual(['proc/1/mountinfo', 'proc/loadavg']);
    expect((await read()).keysOf('timeout')).toEqual(['loadAverage', 'mounts']);
    mounts.release();
    await waitForStuck('proc/loadavg');
    expect((await read()).keysOf('timeout')).toEqual(['loadAverage']);
  });
});

it('closes while nothing hangs', async () => {
  await reader().close();
  await reader().close();
});
