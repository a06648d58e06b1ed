import { expect, it } from 'vitest';
import { identifyKernel } from './kernel-identity.ts';

it.each([
  ['4.1.13-boot2docker', '4.1.13'],
  ['4.1.12-boot2docker', '4.1.12'],
  ['4.1.15-boot2docker', '4.1.15'],
  ['4.1.17-boot2docker', '4.1.17'],
  ['4.9.93-boot2docker', '4.9.93'],
  ['4.2.6', '4.2.6'],
  ['4.3.3', '4.3.3'],
  ['4.14.10', '4.14.10'],
  ['4.14.20', '4.14.20'],
  ['3.8.0', '3.8.0'],
  ['4.13', '4.13'],
  ['4.13.3-041303-generic', '4.13.3'],
  ['4.13.0-041300-generic', '4.13.0'],
  ['4.13.0-041300rc5-generic', '4.13-rc5'],
  ['4.8.6-1.el7.elrepo.x86_64', '4.8.6'],
  ['3.10.107-1.el6.elrepo.x86_64', '3.10.107'],
  ['4.8.6-1.el7.x86_64', '4.8.6'],
  ['3.10.0-1.el7.elrepo.x86_64', '3.10.0'],
  ['4.7.3-coreos-r2', '4.7.3'],
  ['5.15.70-flatcar', '5.15.70'],
  ['4.3.0-rc7+', '4.3-rc7'],
  ['4.3-rc7', '4.3-rc7'],
  ['5.10.107+', '5.10.107'],
  ['2.6.32.27-custom', '2.6.32.27'],
  ['6.2.6-76060206-generic', '6.2.6'],
  ['5.4.15_1', '5.4.15'],
  ['6.18.44-fc-v669', '6.18.44'],
  // names that begin or end like those of a vendor
  ['4.1.13-pve-test', '4.1.13'],
  ['4.1.13-archive', '4.1.13'],
  ['4.1.13-virtual', '4.1.13'],
  ['4.1.13-lts5', '4.1.13'],
  ['4.1.13-zen', '4.1.13'],
  ['4.1.13-v9+', '4.1.13'],
  ['4.1.13-v8-test', '4.1.13'],
  ['4.1.13-fc39', '4.1.13'],
])('%s is upstream %s', (release, version) => {
  expect(identifyKernel(release, undefined)).toEqual({
    family: 'other',
    upstream: { version, isExact: true },
    hasOwnBackports: false,
  });
});

it.each([
  ['Pop!_OS', '6.2.6-76060206-generic', '#202303130630~1685473338~22.04~995127e SMP', '6.2.6'],
  ['a daily mainline build', '5.4.0-994-generic', '#201911242032 SMP', '5.4.0'],
  ['a mainline build', '4.13.3-041303-generic', '#201709200606 SMP Wed Sep 20 10:08:38 UTC 2017', '4.13.3'],
  ['Pop!_OS with an upload', '5.4.0-7634-generic', '#38~1592497129~20.04~9a1ea2e-Ubuntu SMP', '5.4.0'],
  ['a build of one’s own', '4.1.13-boot2docker', '#1 SMP Fri Nov 20 19:05:50 UTC 2015', '4.1.13'],
])('%s is no distribution’s', (_, release, build, version) => {
  expect(identifyKernel(release, build)).toEqual({
    family: 'other',
    upstream: { version, isExact: true },
    hasOwnBackports: false,
  });
});
