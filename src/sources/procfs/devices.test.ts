import { expect, it } from 'vitest';
import { hostFiles, unreadable } from '../../../test/support/temporary-tree.ts';
import { ok } from '../../model/reading.ts';
import { readDevices } from './devices.ts';

const id = 'a'.repeat(64);
const container = `docker-202:1-3019790-${id}`;
const name = (dm: number) => `sys/block/dm-${dm}/dm/name`;

it('finds the devices of containers among all others', () => {
  const files = hostFiles({
    [name(0)]: 'docker-202:1-3019790-pool\n',
    [name(1)]: 'docker-202:1-3019790-base\n',
    [name(2)]: 'vg-home\n',
    [name(1793)]: `${container}\n`,
    'sys/block/sda/dm/name': `${container}\n`,
  });
  expect(readDevices(files)).toEqual(ok({ names: [container] }));
});

it('leaves out a device that was removed meanwhile', () => {
  const files = hostFiles({ [name(1)]: `${container}\n`, 'sys/block/dm-2/size': '0\n' });
  expect(readDevices(files)).toEqual(ok({ names: [container] }));
});

it('names one that cannot be read', () => {
  const reading = readDevices(hostFiles({ [name(1)]: `${container}\n`, [name(2)]: unreadable('name') }));
  expect(reading).toMatchObject({
    value: { names: [container] },
    missed: [expect.stringMatching(/dm-2\/dm\/name: ELOOP/)],
  });
});

it('has none on a host without device-mapper, and cannot tell without sysfs', () => {
  expect(readDevices(hostFiles({ 'sys/block/sda/size': '0' }))).toEqual(ok({ names: [] }));
  expect(readDevices(hostFiles())).toMatchObject({ kind: 'absent' });
});
