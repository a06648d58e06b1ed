import { expect, it } from 'vitest';
import { storageTraitsOf } from './storage-traits.ts';

type Pairs = readonly (readonly [string, string])[];
const pool: Pairs = [['Pool Name', 'docker-254:0-131098-pool']];

it.each([
  [
    'overlay2',
    [
      ['Backing Filesystem', 'extfs'],
      ['Supports d_type', 'true'],
    ],
    'extfs',
    true,
    undefined,
  ],
  [
    'overlay2 on XFS without d_type',
    [
      ['Backing Filesystem', 'xfs'],
      ['Supports d_type', 'false'],
    ],
    'xfs',
    false,
    undefined,
  ],
  [
    'aufs',
    [
      ['Root Dir', '/var/lib/docker/aufs'],
      ['Dirs', '12'],
      ['Dirperm1 Supported', 'true'],
    ],
    undefined,
    undefined,
    undefined,
  ],
  ['a file system the Engine does not know', [['Backing Filesystem', '<unknown>']], undefined, undefined, undefined],
  ['nothing', [], undefined, undefined, undefined],
] as readonly (readonly [string, Pairs, string | undefined, boolean | undefined, boolean | undefined])[])(
  'reads %s',
  (_, pairs, backingFilesystem, supportsDType, loopback) => {
    expect(storageTraitsOf(new Map(pairs))).toEqual({ backingFilesystem, supportsDType, loopback });
  },
);

it.each([
  [
    'loop files',
    [
      ['Data file', '/dev/loop0'],
      ['Data loop file', '/var/lib/docker/devicemapper/devicemapper/data'],
    ],
    true,
  ],
  ['loop files of Docker 0.x', [['Data file', '/var/lib/docker/devicemapper/devicemapper/data']], true],
  ['a loop device alone', [['Data file', '/dev/loop3']], true],
  ['a thin pool of one’s own', [['Data file', '']], false],
  ['a device of one’s own', [['Data file', '/dev/sdb1']], false],
] as readonly (readonly [string, Pairs, boolean])[])('tells a pool on %s', (_, pairs, loopback) => {
  expect(storageTraitsOf(new Map([...pool, ...pairs])).loopback).toBe(loopback);
});
