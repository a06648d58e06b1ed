import type { GivenFacts, Verdict } from '../../src/model/advisory.ts';

/** A host of which it is known from the field or from a changelog what strikes it. */
export interface KnownHost {
  readonly name: string;
  readonly facts: GivenFacts;
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

const write = 'aufs-xino-write';
const read = 'aufs-xino-read';

/** A host with AUFS, and the verdict on the two endless loops in it. */
const aufs = (
  kernel_release: string,
  kernel_version: string | undefined,
  aufs_version: string | undefined,
  engine_version: string,
  verdicts: Readonly<Record<string, Verdict>>,
): KnownHost => ({
  name: [kernel_release, kernel_version, aufs_version, engine_version].filter(Boolean).join(', '),
  facts: {
    kernel_release,
    ...(kernel_version === undefined ? {} : { kernel_version }),
    ...(aufs_version === undefined ? {} : { aufs_version }),
    storage_driver: 'aufs',
    engine_version,
  },
  verdicts,
});

const host = (facts: GivenFacts, verdicts: Readonly<Record<string, Verdict>>): KnownHost => ({
  name: Object.values(facts).map(String).join(', '),
  facts,
  verdicts,
});

const trusty = '3.13-20140303';
const jessie = (version: string): string => `#1 SMP Debian ${version}`;

export const aufsHosts: readonly KnownHost[] = [
  aufs('4.1.13-boot2docker', undefined, '4.1-20151116', '1.9.1', { [write]: 'exposed' }),
  aufs('4.1.12-boot2docker', undefined, '4.1-20151102', '1.9.0', { [write]: 'clear' }),
  aufs('4.1.15-boot2docker', undefined, '4.1.13+-20160111', '1.10.0-rc1', { [write]: 'clear' }),
  aufs('4.1.17-boot2docker', undefined, '4.1.13+-20160118', '1.10.0', { [write]: 'clear' }),
  aufs('3.13.0-71-generic', '#114-Ubuntu SMP', trusty, '1.9.1', { [write]: 'clear' }),
  aufs('3.13.0-72-generic', '#115-Ubuntu SMP', trusty, '1.9.1', { [write]: 'exposed' }),
  aufs('3.13.0-74-generic', '#118-Ubuntu SMP', trusty, '1.9.1', { [write]: 'exposed' }),
  aufs('3.13.0-79-generic', '#123-Ubuntu SMP', trusty, '1.9.1', { [write]: 'clear' }),
  aufs('4.2.0-18-generic', '#22-Ubuntu SMP', undefined, '1.9.1', { [write]: 'clear' }),
  aufs('4.2.0-19-generic', '#23-Ubuntu SMP', undefined, '1.9.1', { [write]: 'exposed' }),
  aufs('4.2.0-25-generic', undefined, undefined, '1.9.1', { [write]: 'exposed' }),
  aufs('3.19.0-30-generic', undefined, undefined, '1.9.1', { [write]: 'clear' }),
  aufs('3.19.0-42-generic', undefined, undefined, '1.9.1', { [write]: 'exposed' }),
  aufs('3.19.0-51-generic', '#57-Ubuntu SMP', undefined, '1.10.2', { [write]: 'clear' }),
  aufs('3.19.0-51-generic', '#57~14.04.1-Ubuntu SMP', undefined, '1.10.2', { [write]: 'clear' }),
  aufs('3.16.0-4-amd64', jessie('3.16.7-ckt11-1+deb8u6 (2015-11-09)'), undefined, '1.9.1', { [write]: 'clear' }),
  aufs('3.16.0-4-amd64', jessie('3.16.7-ckt20-1+deb8u3 (2016-01-17)'), undefined, '1.10.0', { [write]: 'exposed' }),
  aufs('3.16.0-4-amd64', jessie('3.16.7-ckt20-1+deb8u4 (2016-02-29)'), undefined, '1.10.2', { [write]: 'clear' }),
  aufs('3.16.0-4-amd64', undefined, undefined, '1.9.1', { [write]: 'unknown' }),
  aufs('4.4.0-22-generic', '#40-Ubuntu SMP', '4.x-rcN-20160111', '1.11.1', { [write]: 'clear', [read]: 'clear' }),
  aufs('4.2.6', undefined, '4.2-20170220', '1.12', { [write]: 'exposed' }),
  aufs('4.3.3', undefined, '4.3-20151221', '1.9.1', { [write]: 'exposed' }),
  aufs('4.14.10', undefined, '4.14-20171218', '17.12.1', { [read]: 'exposed', [write]: 'clear' }),
  aufs('4.14.20', undefined, '4.14-20180212', '17.12.1', { [read]: 'clear' }),
  aufs('4.9.93-boot2docker', undefined, '4.9-20180409', '18.04.0-ce', { [read]: 'possible' }),
  {
    name: 'an affected kernel with the driver overlay',
    facts: {
      kernel_release: '3.16.0-4-amd64',
      kernel_version: jessie('3.16.7-ckt20-1+deb8u3'),
      storage_driver: 'overlay',
      engine_version: '1.9.1',
    },
    verdicts: { [write]: 'clear', [read]: 'clear', 'sd-overlay1-eol': 'exposed' },
  },
];

const el7 = (release: string, engine_version: string, more: GivenFacts = {}): GivenFacts => ({
  kernel_release: `3.10.0-${release}.x86_64`,
  storage_driver: 'overlay2',
  engine_version,
  ...more,
});
const ubuntu = (kernel_release: string, engine_version: string): GivenFacts => ({
  kernel_release,
  storage_driver: 'overlay2',
  engine_version,
});
const mainline413 = '4.13.3-041303-generic';
const dm = (engine_version: string): GivenFacts => ({
  kernel_release: '3.8.0',
  storage_driver: 'devicemapper',
  engine_version,
});

export const otherHosts: readonly KnownHost[] = [
  host(el7('693.17.1.el7', '17.12.0-ce'), { 'rhel7-kmem': 'exposed' }),
  host(el7('693.17.1.el7', '17.05.0-ce'), { 'rhel7-kmem': 'clear' }),
  host(el7('957.1.3.el7', '19.03.5'), { 'rhel7-kmem': 'possible' }),
  host(el7('1062.4.1.el7', '18.06.3-ce'), { 'rhel7-kmem': 'clear' }),
  host(
    el7('514.el7', '17.06.0-ce', {
      storage_driver: 'devicemapper',
      driver_status: { 'Data loop file': '/var/lib/docker/devicemapper/devicemapper/data' },
    }),
    { 'sd-dm-loop': 'exposed', 'sd-dm-eol': 'exposed', 'el7-mount-busy': 'exposed' },
  ),
  host(el7('862.6.3.el7', '17.09.1-ce', { driver_status: { 'Supports d_type': 'false' } }), {
    'sd-ovl-dtype': 'exposed',
  }),
  host(ubuntu('5.4.0-131-generic', '20.10.21'), { 'ubu-epoll-5.4': 'clear' }),
  host(ubuntu('5.4.0-132-generic', '20.10.21'), { 'ubu-epoll-5.4': 'exposed' }),
  host(ubuntu('5.4.0-135-generic', '20.10.21'), { 'ubu-epoll-5.4': 'clear' }),
  host(ubuntu('4.15.0-58-generic', '19.03.1'), { 'ubu-4.15.0-60': 'clear' }),
  host(ubuntu('4.15.0-60-generic', '19.03.1'), { 'ubu-4.15.0-60': 'exposed' }),
  host(ubuntu('4.15.0-62-generic', '19.03.1'), { 'ubu-4.15.0-60': 'clear' }),
  host(ubuntu(mainline413, '17.09.0-ce'), { 'ovl-4.13-ebusy': 'exposed' }),
  host(ubuntu(mainline413, '17.12.0-ce'), { 'ovl-4.13-ebusy': 'clear' }),
  host(
    { storage_driver: 'overlayfs', engine_version: '29.0.0', runc_version: '1.3.3' },
    { 'runc-1.3-stuck': 'exposed' },
  ),
  host(dm('0.7.6'), { 'eng-dm-race-0.7': 'exposed' }),
  host(dm('0.8.0'), { 'eng-dm-race-0.7': 'exposed' }),
  host(dm('0.9.0'), { 'eng-dm-race-0.7': 'clear', 'eng-dm-abba-0.10': 'possible' }),
  host({ kernel_release: '6.1.0', storage_driver: 'aufs', engine_version: '24.0.9' }, { 'sd-aufs-eol': 'unknown' }),
  host(
    { kernel_release: '6.1.0', storage_driver: 'devicemapper', engine_version: '25.0.0' },
    { 'sd-dm-eol': 'unknown' },
  ),
];
