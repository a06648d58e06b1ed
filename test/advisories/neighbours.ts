import type { Verdict } from '../../src/model/advisory.ts';
import type { KnownHost } from './known-hosts.ts';

const write = 'aufs-xino-write';
const read = 'aufs-xino-read';

/** One advisory, the facts that stay, and what the fact that changes makes of it: `4.2.0-29-generic` exposed. */
function series(
  advisory: string,
  fact: 'kernel_release' | 'kernel_version' | 'aufs_version' | 'engine_version' | 'runc_version' | 'containerd_version',
  facts: KnownHost['facts'],
  rows: Readonly<Record<string, Verdict>>,
): readonly KnownHost[] {
  return Object.entries(rows).map(([value, verdict]) => ({
    name: `${advisory} with ${fact} ${value}`,
    facts: { ...facts, [fact]: value },
    verdicts: { [advisory]: verdict },
  }));
}

const aufs = { storage_driver: 'aufs', engine_version: '1.9.1' };
const overlay2 = { storage_driver: 'overlay2', engine_version: '20.10.21' };

/** The values just outside and just inside each bound of the advisories that paged somebody. */
export const neighbours: readonly KnownHost[] = [
  ...series(write, 'kernel_release', aufs, {
    '3.13.0-77-generic': 'exposed',
    '3.13.0-78-generic': 'clear',
    '3.13.0-78-lowlatency': 'clear',
    '3.13.0-79-generic': 'clear',
    '3.13.0-1099-aws': 'unknown',
    '3.19.0-31-generic': 'possible',
    '3.19.0-39-generic': 'possible',
    '3.19.0-41-generic': 'possible',
    '3.19.0-50-generic': 'exposed',
    '3.19.0-52-generic': 'clear',
    '4.2.0-29-generic': 'exposed',
    '4.2.0-30-generic': 'clear',
    '4.4.0-21-generic': 'clear',
    '3.16.0-30-generic': 'unknown',
    '3.18.5': 'unknown',
    '4.1.12': 'clear',
    '4.1.13': 'unknown', // which AUFS is not known
    '4.3.0-0.bpo.1-amd64': 'unknown',
    '4.8.6-1.el7.elrepo.x86_64': 'unknown',
  }),
  ...series(
    write,
    'kernel_version',
    { ...aufs, kernel_release: '3.16.0-4-amd64' },
    {
      '#1 SMP Debian 3.16.7-ckt9-3~deb8u1 (2015-04-24)': 'clear',
      '#1 SMP Debian 3.16.7-ckt11-1+deb8u6~bpo70+1 (2015-11-11)': 'clear',
      '#1 SMP Debian 3.16.7-ckt17-1 (2015-09-30)': 'possible',
      '#1 SMP Debian 3.16.7-ckt20-1+deb8u1 (2015-12-14)': 'exposed',
      '#1 SMP Debian 3.16.7-ckt20-1+deb8u2 (2016-01-02)': 'exposed',
      '#1 SMP Debian 3.16.7-ckt25-1 (2016-03-06)': 'clear',
      '#1 SMP Debian 3.16.7-ckt25-2+deb8u3 (2016-07-02)': 'clear',
      '#1 SMP Debian 3.16.36-1+deb8u1 (2016-09-03)': 'clear',
      '#1 SMP PREEMPT Sun Jan 17 12:00:00 UTC 2016': 'unknown',
      '#1 Debian 3.16.7-ckt20-1+deb8u3 (2016-01-17)': 'exposed',
    },
  ),
  ...series(
    write,
    'aufs_version',
    { ...aufs, kernel_release: '4.1.13-boot2docker' },
    {
      '4.1-20160111': 'exposed',
      '4.1-20170220': 'exposed',
      '4.1': 'unknown',
      '4.1.13+': 'unknown',
      '4.1.13+-20160111': 'clear',
      '3.13-20140303': 'unknown',
      rubbish: 'unknown',
    },
  ),
  ...series(
    write,
    'aufs_version',
    { ...aufs, kernel_release: '4.3.3' },
    { '4.3-20160110': 'exposed', '4.3-20160111': 'clear', '4.4-20160118': 'clear', '4.x-rcN-20160111': 'clear' },
  ),
  ...series(
    write,
    'kernel_release',
    { ...aufs, aufs_version: '4.3-20151221' },
    {
      '4.2.5': 'clear',
      '4.2.6': 'exposed',
      '4.3.0-rc7': 'possible',
      '4.3.0': 'exposed',
      '4.13.0-26-generic': 'exposed',
    },
  ),
  ...series(
    read,
    'kernel_release',
    { ...aufs, aufs_version: '4.10-20170220' },
    {
      '4.8.17': 'clear',
      '4.10.0-rc6': 'clear',
      '4.10.0-rc7': 'exposed',
      '4.10.1': 'exposed',
      '4.10.0-27-generic': 'possible',
    },
  ),
  ...series(
    read,
    'aufs_version',
    { ...aufs, kernel_release: '4.9.93' },
    {
      '4.9.9+-20180409': 'possible',
      '4.9.9+-20180423': 'clear',
      '4.9.94+-20180723': 'possible',
      '4.9.94+-20180730': 'clear',
    },
  ),
  ...series(
    read,
    'aufs_version',
    { ...aufs, kernel_release: '4.15.18' },
    { '4.15-20180219': 'clear', '4.14-20180205': 'exposed', '5.x-rcN-20190101': 'clear' },
  ),
  ...series(
    'rhel7-kmem',
    'kernel_release',
    { ...overlay2, engine_version: '18.06.3-ce' },
    {
      '3.10.0-1062.1.2.el7.x86_64': 'exposed',
      '3.10.0-1062.el7.x86_64': 'exposed',
      '3.10.0-1062.4.1.el7.x86_64': 'clear',
      '3.10.0-1062.4.2.el7.x86_64': 'clear',
      '3.10.0-1127.el7.x86_64': 'clear',
      '4.8.6-1.el7.elrepo.x86_64': 'clear',
      '3.10.108': 'clear',
    },
  ),
  ...series(
    'rhel7-kmem',
    'engine_version',
    { ...overlay2, kernel_release: '3.10.0-957.el7.x86_64' },
    {
      '17.05.0-ce': 'clear',
      '17.06.0-ce': 'exposed',
      '18.09.0': 'exposed',
      '18.09.1': 'possible',
      '1.13.1': 'clear',
      '17.06.2-ee-16': 'possible',
    },
  ),
  ...series('ubu-epoll-5.4', 'kernel_release', overlay2, {
    '5.4.0-133-generic': 'exposed',
    '5.4.0-134-lowlatency': 'exposed',
    '5.4.0-136-generic': 'clear',
    '5.4.0-1081-aws': 'unknown',
    '5.15.0-56-generic': 'clear',
    '5.4.132': 'clear',
  }),
  ...series('ubu-4.15.0-60', 'kernel_release', overlay2, {
    '4.15.0-59-generic': 'possible',
    '4.15.0-61-generic': 'possible',
    '4.15.0-64-generic': 'clear',
  }),
  ...series(
    'ovl-4.13-ebusy',
    'kernel_release',
    { ...overlay2, engine_version: '17.09.1-ce' },
    {
      '4.12.14': 'clear',
      '4.13.0-16-generic': 'exposed',
      '4.13.0-rc3': 'possible',
    },
  ),
  ...series(
    'ovl-5.2-ebusy',
    'kernel_release',
    { ...overlay2, engine_version: '19.03.2' },
    {
      '4.19.74': 'possible',
      '4.19.75': 'clear',
      '5.2.16': 'exposed',
      '5.2.17': 'clear',
      '5.3.0': 'exposed',
      '5.3.1': 'clear',
      '5.3.0-40-generic': 'unknown',
      '5.4.1': 'clear',
    },
  ),
  ...series(
    'ovl-5.2-ebusy',
    'engine_version',
    { ...overlay2, kernel_release: '5.2.1' },
    {
      '19.03.2': 'exposed',
      '19.03.3': 'clear',
      '20.10.0': 'clear',
    },
  ),
  ...series(
    'runc-1.3-stuck',
    'runc_version',
    {},
    {
      '1.2.9': 'clear',
      '1.3.0': 'exposed',
      '1.3.5': 'exposed',
      '1.3.6': 'clear',
      '1.4.0': 'exposed',
      '1.4.1': 'exposed',
      '1.4.2': 'clear',
      '1.5.0-rc.1': 'exposed',
      '1.5.0-rc.2': 'clear',
      a01dafd48bc1c7cc12bdb01206f9fea7dd6feb70: 'unknown',
    },
  ),
  ...series(
    'ctrd-1.4.0',
    'containerd_version',
    {},
    {
      '1.3.10': 'clear',
      '1.4.0': 'exposed',
      '1.4.0~ds1': 'exposed',
      '1.4.1': 'clear',
    },
  ),
  ...series(
    'eng-runc-hang-17.12',
    'engine_version',
    {},
    {
      '17.09.1-ce': 'possible',
      '17.12.0-ce': 'exposed',
      '17.12.1-ce': 'clear',
      '18.01.0-ce': 'exposed',
      '18.02.0-ce': 'clear',
    },
  ),
  ...series('eng-ps-1.12', 'engine_version', {}, { '1.12.3': 'exposed', '1.12.4': 'clear', '1.12.6-rhel': 'clear' }),
];
