import { expect, it } from 'vitest';
import { identifyKernel } from './kernel-identity.ts';

it.each([
  ['3.10.0-693.17.1.el7.x86_64', '693.17.1'],
  ['3.10.0-957.1.3.el7.x86_64', '957.1.3'],
  ['3.10.0-1062.4.1.el7.x86_64', '1062.4.1'],
  ['3.10.0-514.el7.x86_64', '514'],
  ['3.10.0-862.6.3.el7.x86_64', '862.6.3'],
  ['3.10.0-327.36.3.el7_2.x86_64', '327.36.3'],
  ['3.10.0-1160.el7.centos.plus.x86_64', '1160'],
  ['3.10.0-327.el7.x86_64.debug', '327'],
  ['3.10.0-693.el7', '693'],
])('%s', (release, number) => {
  expect(identifyKernel(release, '#1 SMP Fri Oct 18 17:15:30 UTC 2019')).toEqual({
    family: 'el7',
    upstream: { version: '3.10.0', isExact: false },
    el7: { release: number },
    hasOwnBackports: true,
  });
});

it.each([
  ['RHEL 6', '2.6.32-754.el6.x86_64', '2.6.32', false],
  ['RHEL 8', '4.18.0-348.7.1.el8_5.x86_64', '4.18.0', false],
  ['RHEL 9', '5.14.0-427.13.1.el9_4.x86_64', '5.14.0', false],
  ['RHEL 7 on ARM', '4.14.0-115.8.2.el7a.aarch64', '4.14.0', false],
  ['RHEL 7 for real time', '3.10.0-957.27.2.rt56.940.el7.x86_64', '3.10.0', false],
  ['CloudLinux', '3.10.0-714.10.2.lve1.4.79.el7.x86_64', '3.10.0', false],
  ['Virtuozzo', '3.10.0-957.12.2.vz7.86.2', '3.10.0', false],
  ['Oracle', '4.14.35-1902.300.11.el7uek.x86_64', '4.14.35', false],
  ['Canonical’s extended stable', '3.13.11-ckt30', '3.13.11', false],
  ['Amazon Linux 2', '4.14.77-81.59.amzn2.x86_64', '4.14.77', true],
  ['Amazon Linux 2023', '6.1.19-30.43.amzn2023.x86_64', '6.1.19', true],
  ['SUSE', '4.4.114-94.11-default', '4.4.114', true],
  ['Fedora', '6.6.4-200.fc39.x86_64', '6.6.4', true],
  ['Fedora, before the release', '4.3.0-0.rc7.git0.1.fc24.x86_64', '4.3-rc7', true],
  ['Fedora, of a day', '6.9.0-0.rc1.20240327git7033999ecd7b.18.fc41.x86_64', '6.9-rc1', true],
  ['Proxmox', '5.15.30-2-pve', '5.15.30', true],
  ['Arch', '6.6.4-arch1-1', '6.6.4', true],
  ['Arch, long-term', '6.6.4-1-lts', '6.6.4', true],
  ['Arch, zen', '6.6.4-zen1-1-zen', '6.6.4', true],
  ['Alpine', '6.6.0-0-lts', '6.6.0', true],
  ['Alpine in a virtual machine', '6.6.0-0-virt', '6.6.0', true],
  ['Raspberry Pi OS', '6.6.31+rpt-rpi-v8', '6.6.31', true],
  ['Raspberry Pi OS on a Raspberry Pi 5', '6.6.31+rpt-rpi-2712', '6.6.31', true],
  ['Raspberry Pi, 64 bit', '5.10.103-v8+', '5.10.103', true],
  ['Raspberry Pi, 32 bit', '6.1.21-v7l+', '6.1.21', true],
  ['Raspberry Pi, first', '6.1.21-v6+', '6.1.21', true],
  ['Raspberry Pi 5', '6.6.20-v8-16k+', '6.6.20', true],
  ['Windows', '5.15.90.1-microsoft-standard-WSL2', '5.15.90', true],
  ['Docker Desktop', '5.15.49-linuxkit', '5.15.49', true],
  ['Docker Desktop on ARM', '6.10.14-linuxkit-aarch64', '6.10.14', true],
])('%s has more than the number says: %s', (_, release, version, isExact) => {
  expect(identifyKernel(release, undefined)).toEqual({
    family: 'other',
    upstream: { version, isExact },
    hasOwnBackports: true,
  });
});
