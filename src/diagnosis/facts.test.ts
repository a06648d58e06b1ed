import { describe, expect, it } from 'vitest';
import { healthyHost, healthyInfo, healthySnapshot, now } from '../../test/support/healthy.ts';
import { answering, factsOf } from '../../test/support/host-facts.ts';
import type { HostView } from '../model/host.ts';
import { absent, denied, malformed, ok, timedOut } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { factsOfHost } from './facts.ts';

it('takes each fact from where it stands', () => {
  const host: Partial<HostView> = {
    kernel: ok({ release: '3.13.0-72-generic', version: '#115-Ubuntu SMP' }),
    distribution: ok('ubuntu 14.04'),
    aufs: ok('3.13-20140303'),
    kernelStat: ok({ bootTime: 1, cpus: 4 }),
    kernelCommandLine: ok('ro quiet'),
    filesystems: ok(['ext4', 'aufs']),
    sysctls: ok(new Map([['fs.x', ok('1')]])),
  };
  const driverStatus = new Map([['Dirs', '12']]);
  const info = ok({ ...healthyInfo, driver: 'aufs', driverStatus, cgroupVersion: '1', swapLimit: false });
  expect(factsOf(host, { ...answering, info })).toEqual({
    kernelRelease: ok('3.13.0-72-generic'),
    kernelVersion: ok('#115-Ubuntu SMP'),
    distribution: ok('ubuntu 14.04'),
    aufsVersion: ok('3.13-20140303'),
    filesystems: ok(['ext4', 'aufs']),
    storageDriver: ok('aufs'),
    driverStatus: ok({ entries: driverStatus, isWhole: true }),
    engineVersion: ok('20.10.24'),
    containerdVersion: ok('1.6.20'),
    runcVersion: ok('1.1.5'),
    cpus: ok(4),
    cgroupVersion: ok('1'),
    kernelCommandLine: ok('ro quiet'),
    sysctls: new Map([['fs.x', ok('1')]]),
    swapLimit: ok(false),
    date: '2026-11-18',
  });
});

it.each([absent('ENOENT'), denied('EACCES'), malformed('rubbish'), timedOut('late')])(
  'passes on why a file says nothing: $kind',
  (failure) => {
    const facts = factsOf({
      kernel: failure,
      aufs: failure,
      kernelStat: failure,
      kernelCommandLine: failure,
      filesystems: failure,
      sysctls: failure,
    });
    const { kernelRelease, kernelVersion, aufsVersion, cpus, kernelCommandLine, filesystems } = facts;
    for (const fact of [kernelRelease, kernelVersion, aufsVersion, cpus, kernelCommandLine, filesystems]) {
      expect(fact).toEqual(failure);
    }
    expect(facts.sysctls.size).toBe(0);
  },
);

it('has the day that it is told, whatever the day of the look', () => {
  const snapshot: Snapshot = { ...healthySnapshot, takenAt: now };
  expect(factsOfHost(snapshot, { engineWord: undefined }, undefined, '2031-01-02').date).toBe('2031-01-02');
});

it.each([
  [Date.UTC(2026, 10, 22, 23, 59, 59.9) / 1000, '2026-11-22'],
  [Date.UTC(2026, 10, 23) / 1000, '2026-11-23'],
  [0, '1970-01-01'],
])('has the day of the look in UTC: %d', (takenAt, date) => {
  expect(factsOf({}, answering, takenAt).date).toBe(date);
});

describe('an Engine that does not answer', () => {
  it.each([
    [timedOut('no answer for 3.2 s'), timedOut('the Engine has not answered')],
    [absent('connect ENOENT'), absent('the Engine has not answered: connect ENOENT')],
    [denied('connect EACCES'), denied('the Engine has not answered: connect EACCES')],
    [malformed('GET /info: expected JSON'), malformed('the Engine has not answered: GET /info: expected JSON')],
  ])('%j', (failure, fact) => {
    const facts = factsOf({}, { ...answering, info: failure, version: failure });
    for (const key of ['storageDriver', 'driverStatus', 'engineVersion', 'swapLimit', 'cgroupVersion'] as const) {
      expect([key, facts[key]]).toEqual([key, fact]);
    }
    expect([facts.containerdVersion, facts.runcVersion]).toEqual([fact, fact]);
  });

  it('that is not asked', () => {
    const snapshot = { ...healthySnapshot, engine: undefined };
    const facts = factsOfHost(snapshot, { engineWord: undefined });
    expect(facts.engineVersion).toEqual(absent('the Engine is not asked'));
    expect(facts.containerdVersion).toEqual(absent('the Engine is not asked'));
  });

  it('that is of another host, as no dockerd runs here', () => {
    const gone = { ...healthyHost.daemons.dockerd, process: absent('none') };
    const facts = factsOf({ daemons: { ...healthyHost.daemons, dockerd: gone } });
    expect(facts.storageDriver).toMatchObject({
      kind: 'absent',
      detail: expect.stringMatching(/that of another host/),
    });
    expect(facts.runcVersion).toEqual(facts.storageDriver);
  });
});

describe('an Engine that does not tell everything', () => {
  const bare = {
    ...healthyInfo,
    serverVersion: undefined,
    driver: undefined,
    cgroupVersion: undefined,
    swapLimit: undefined,
  };
  const unnamed = { version: undefined, apiVersion: undefined, containerdVersion: undefined, runcVersion: undefined };

  it('says so', () => {
    const facts = factsOf({}, { ...answering, info: ok(bare), version: ok(unnamed) });
    expect(facts.storageDriver).toEqual(absent('the Engine does not tell its storage driver'));
    expect(facts.engineVersion).toEqual(absent('the Engine does not tell its version'));
    expect(facts.containerdVersion).toEqual(absent('the Engine does not tell the version of containerd'));
    expect(facts.runcVersion).toEqual(absent('the Engine does not tell the version of runc'));
    expect(facts.cgroupVersion).toEqual(absent('the Engine does not tell the version of cgroups'));
    expect(facts.swapLimit).toEqual(absent('the Engine does not tell whether swap can be limited'));
  });

  it('has told its version in one of two places', () => {
    const old = factsOf({}, { ...answering, info: ok(bare), version: ok({ ...unnamed, version: '0.8.0' }) });
    expect(old.engineVersion).toEqual(ok('0.8.0'));
    const half = factsOf({}, { ...answering, info: timedOut('late') });
    expect([half.engineVersion, half.storageDriver.kind]).toEqual([ok('20.10.24'), 'timeout']);
  });
});

describe('the version of cgroups', () => {
  const silent = { ...answering, info: timedOut('late') };
  const v2 = { cgroupCounts: ok({ live: 1, dying: 0 }) };

  it('is what the Engine says', () => {
    expect(factsOf(v2, { ...answering, info: ok({ ...healthyInfo, cgroupVersion: '1' }) }).cgroupVersion).toEqual(
      ok('1'),
    );
  });

  it('is 2 without its word where the kernel counts as only v2 does', () => {
    expect(factsOf(v2, silent).cgroupVersion).toEqual(ok('2'));
    expect(factsOf(v2, { ...answering, info: ok({ ...healthyInfo, cgroupVersion: undefined }) }).cgroupVersion).toEqual(
      ok('2'),
    );
  });

  it('is not known else', () => {
    for (const cgroupCounts of [ok({ live: 1, dying: undefined }), denied('EACCES')]) {
      expect(factsOf({ cgroupCounts }, silent).cgroupVersion).toEqual(timedOut('the Engine has not answered'));
    }
  });
});

it('has the Engine’s word on the distribution where the host has none', () => {
  expect(factsOf({ distribution: absent('none') }).distribution).toEqual(ok('Debian'));
  expect(factsOf({ distribution: ok('debian 12') }).distribution).toEqual(ok('debian 12'));
  expect(factsOf({ distribution: absent('none') }, { ...answering, info: timedOut('') }).distribution).toEqual(
    absent('none'),
  );
});
