import { describe, expect, it } from 'vitest';
import { factsOf } from '../advisories/given-facts.ts';
import type { GivenFacts } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import { absent, denied, ok } from '../model/reading.ts';
import { isAboutThisHost, withGiven } from './advise-host.ts';

describe('this host is looked at', () => {
  it.each<[boolean, GivenFacts, boolean]>([
    [true, {}, false],
    [true, {}, true],
    [true, { date: '2027-01-01' }, false],
    [false, { engine_version: '28.0.0' }, false],
    [false, { engine_version: '28.0.0', date: '2027-01-01' }, false],
    [true, { engine_version: '28.0.0' }, true],
  ])('%s: %j, --this-host %s', (isIt, given, thisHost) => {
    expect(isAboutThisHost({ given, thisHost, advisories: [] })).toBe(isIt);
  });
});

const everything = {
  kernel_release: '3.13.0-72-generic',
  kernel_version: '#115-Ubuntu SMP',
  distribution: 'ubuntu 14.04',
  aufs_version: '3.13-20140303',
  storage_driver: 'aufs',
  driver_status: { 'Root Dir': '/var/lib/docker/aufs' },
  engine_version: '1.9.1',
  containerd_version: '0.1.0',
  runc_version: '0.0.5',
  cpus: 4,
  cgroup_version: '1',
  kernel_command_line: 'quiet',
  sysctl: { a: '1' },
  swap_limit: false,
  date: '2026-11-22',
} satisfies Required<GivenFacts>;

const status = (entries: Record<string, string>, isWhole: boolean) =>
  ok({ entries: new Map(Object.entries(entries)), isWhole });

/** A host that could be seen in full. */
const host: HostFacts = {
  ...factsOf(everything, ''),
  driverStatus: status({ 'Root Dir': '/var/lib/docker/aufs' }, true),
  filesystems: ok(['ext4', 'aufs']),
};

describe('what is given stands in place of what this host says', () => {
  it('and without anything given it is this host', () => expect(withGiven(host, {})).toEqual(host));

  it.each<[GivenFacts, Partial<HostFacts>]>([
    [{ distribution: 'debian 12' }, { distribution: ok('debian 12') }],
    [{ containerd_version: '2.0.0' }, { containerdVersion: ok('2.0.0') }],
    [{ runc_version: '1.3.3' }, { runcVersion: ok('1.3.3') }],
    [{ cpus: 1 }, { cpus: ok(1) }],
    [{ cgroup_version: '2' }, { cgroupVersion: ok('2') }],
    [{ kernel_command_line: 'x' }, { kernelCommandLine: ok('x') }],
    [{ aufs_version: '4.1-20160111' }, { aufsVersion: ok('4.1-20160111') }],
    [{ kernel_version: '#118-Ubuntu' }, { kernelVersion: ok('#118-Ubuntu') }],
    [{ swap_limit: true }, { swapLimit: ok(true) }],
    [{ date: '2027-01-01' }, { date: '2027-01-01' }],
    [
      { sysctl: { b: '2' } },
      {
        sysctls: new Map([
          ['a', ok('1')],
          ['b', ok('2')],
        ]),
      },
    ],
    [{ sysctl: { a: '0' } }, { sysctls: new Map([['a', ok('0')]]) }],
    [
      { driver_status: { Dirs: '3' } },
      { driverStatus: status({ 'Root Dir': '/var/lib/docker/aufs', Dirs: '3' }, true) },
    ],
  ])('%j', (given, facts) => expect(withGiven(host, given)).toEqual({ ...host, ...facts }));

  it('where this host could not say anything, too', () => {
    const blind = {
      ...host,
      runcVersion: denied('no'),
      driverStatus: denied('no'),
      sysctls: new Map([['a', denied('no')]]),
    };
    expect(withGiven(blind, { runc_version: '1', driver_status: { a: 'b' }, sysctl: { a: '1' } })).toEqual({
      ...blind,
      runcVersion: ok('1'),
      driverStatus: status({ a: 'b' }, false),
      sysctls: new Map([['a', ok('1')]]),
    });
  });
});

describe('what this host says of something else is not taken', () => {
  const otherKernel = absent(expect.stringContaining('kernel') as string);

  it('uname -v, AUFS and file systems are those of its own kernel', () => {
    const facts = withGiven(host, { kernel_release: '4.1.13-boot2docker' });
    expect(facts).toEqual({
      ...host,
      kernelRelease: ok('4.1.13-boot2docker'),
      kernelVersion: otherKernel,
      aufsVersion: otherKernel,
      filesystems: otherKernel,
    });
    expect(withGiven(host, { kernel_release: '3.13.0-72-generic' })).toEqual(host);
    expect(withGiven(host, { kernel_release: '4.1.13', aufs_version: '4.1' }).aufsVersion).toEqual(ok('4.1'));
  });

  it('the driver status is that of its own storage driver', () => {
    const facts = withGiven(host, { storage_driver: 'overlay2' });
    expect(facts.driverStatus).toEqual(absent(expect.stringContaining('storage driver')));
    expect(withGiven(host, { storage_driver: 'aufs' })).toEqual(host);
    const both = withGiven(host, { storage_driver: 'overlay2', driver_status: { a: 'b' } });
    expect(both.driverStatus).toEqual(status({ a: 'b' }, false));
  });

  it('another Engine may print more of it', () => {
    const facts = withGiven(host, { engine_version: '28.0.0' });
    expect(facts.driverStatus).toEqual(status({ 'Root Dir': '/var/lib/docker/aufs' }, false));
    expect(withGiven(host, { engine_version: '1.9.1' })).toEqual(host);
  });
});
