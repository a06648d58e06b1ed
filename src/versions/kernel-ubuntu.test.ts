import { expect, it } from 'vitest';
import { identifyKernel } from './kernel-identity.ts';

it.each([
  ['3.13.0-71-generic', '#114-Ubuntu SMP Tue Dec 1 02:34:22 UTC 2015', '3.13.0', '71.114', 'generic'],
  ['3.13.0-72-generic', '#115-Ubuntu', '3.13.0', '72.115', 'generic'],
  ['3.13.0-74-generic', '#118-Ubuntu', '3.13.0', '74.118', 'generic'],
  ['3.13.0-79-generic', '#123-Ubuntu SMP Fri Feb 19 14:27:58 UTC 2016', '3.13.0', '79.123', 'generic'],
  ['4.2.0-18-generic', '#22-Ubuntu', '4.2.0', '18.22', 'generic'],
  ['4.2.0-19-generic', '#23-Ubuntu', '4.2.0', '19.23', 'generic'],
  ['4.2.0-25-generic', undefined, '4.2.0', '25', 'generic'],
  ['3.19.0-30-generic', undefined, '3.19.0', '30', 'generic'],
  ['3.19.0-42-generic', undefined, '3.19.0', '42', 'generic'],
  ['3.19.0-51-generic', '#57-Ubuntu', '3.19.0', '51.57', 'generic'],
  ['3.19.0-51-generic', '#57~14.04.1-Ubuntu SMP Fri Feb 19 14:36:55 UTC 2016', '3.19.0', '51.57', 'generic'],
  ['4.4.0-22-generic', '#39~14.04.1-Ubuntu SMP', '4.4.0', '22.39', 'generic'],
  ['4.4.0-22-generic', '-Ubuntu', '4.4.0', '22', 'generic'],
  ['5.4.0-131-generic', undefined, '5.4.0', '131', 'generic'],
  ['5.4.0-135-generic', '#152-Ubuntu SMP Wed Nov 23 20:19:22 UTC 2022', '5.4.0', '135.152', 'generic'],
  ['4.15.0-60-generic', undefined, '4.15.0', '60', 'generic'],
  ['5.3.0-40-generic', '#32~18.04.1-Ubuntu SMP', '5.3.0', '40.32', 'generic'],
  ['4.15.0-1040-azure', '#44-Ubuntu SMP', '4.15.0', '1040.44', 'azure'],
  ['5.4.0-1081-aws', undefined, '5.4.0', '1081', 'aws'],
  ['5.4.0-1081-aws-fips', undefined, '5.4.0', '1081', 'aws-fips'],
  ['4.4.0-22-lowlatency', undefined, '4.4.0', '22', 'lowlatency'],
  ['3.13.0-72-generic-lpae', '#115-Ubuntu', '3.13.0', '72.115', 'generic-lpae'],
  ['3.4.0-5-mako', '#26-Ubuntu', '3.4.0', '5.26', 'mako'],
  ['2.6.32-21-generic', '#32-Ubuntu', '2.6.32', '21.32', 'generic'],
  ['6.8.0-45-generic', '#45+cpc1-Ubuntu', '6.8.0', '45.45', 'generic'],
  ['4.4.0-0-generic', '#12-Ubuntu', '4.4.0', '0.12', 'generic'],
  ['3.13.0-72-generic', 'garbage', '3.13.0', '72', 'generic'],
  ['3.13.0-72-generic', `#115-Ubuntu ${'x'.repeat(10_000)}`, '3.13.0', '72', 'generic'],
])('%s, %.40s', (release, version, series, abi, flavour) => {
  expect(identifyKernel(release, version)).toEqual({
    family: 'ubuntu',
    upstream: { version: series, isExact: false },
    ubuntu: { series, abi, flavour },
    hasOwnBackports: false,
  });
});
