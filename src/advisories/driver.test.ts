import { describe, expect, it } from 'vitest';
import type { Verdict } from '../model/advisory.ts';
import { denied, ok } from '../model/reading.ts';
import { judgeDriver } from './driver.ts';
import { factsOf } from './given-facts.ts';

const nothing = factsOf({}, '2026-11-22');
const withDriver = (driver: string) => ({ ...nothing, storageDriver: ok(driver) });
const withFilesystems = (...names: readonly string[]) => ({
  ...nothing,
  storageDriver: denied('GET /info: EACCES'),
  filesystems: ok(names),
});

describe('a driver that is known', () => {
  it.each<[string, readonly string[], Verdict, string]>([
    ['aufs', ['aufs'], 'exposed', 'storage driver aufs'],
    ['overlay2', ['aufs'], 'clear', 'storage driver overlay2, not aufs'],
    ['overlay2', ['overlay', 'overlay2'], 'exposed', 'storage driver overlay2'],
    ['overlay', ['overlay2'], 'clear', 'storage driver overlay, not overlay2'],
    ['overlayfs', ['overlay2'], 'exposed', 'storage driver overlayfs'],
    ['overlayfs', ['overlay'], 'clear', 'storage driver overlayfs, not overlay'],
    ['overlay2', ['overlayfs'], 'exposed', 'storage driver overlay2'],
    ['vfs', ['aufs', 'devicemapper', 'btrfs'], 'clear', 'storage driver vfs, not aufs, devicemapper or btrfs'],
    ['AUFS', ['aufs'], 'exposed', 'storage driver aufs'],
    ['Overlay2', ['aufs'], 'clear', 'storage driver overlay2, not aufs'],
    ['OverlayFS', ['overlay2'], 'exposed', 'storage driver overlayfs'],
    ['fuse-overlayfs', ['overlay2'], 'clear', 'storage driver fuse-overlayfs, not overlay2'],
    ['windowsfilter', ['overlay2'], 'clear', 'storage driver windowsfilter, not overlay2'],
    ['devicemapper', ['devicemapper'], 'exposed', 'storage driver devicemapper'],
    ['btrfs', ['zfs'], 'clear', 'storage driver btrfs, not zfs'],
    ['zfs', ['zfs'], 'exposed', 'storage driver zfs'],
  ])('%s against %j is %s', (driver, asked, verdict, why) => {
    expect(judgeDriver(asked, withDriver(driver))).toEqual({ verdict, why: [why] });
  });

  it.each([
    '',
    ' ',
    'aufs\n',
    ' aufs',
    '../aufs',
    'x'.repeat(100),
    'overlay3',
    'auf',
    'device-mapper',
    'ext4',
    'unknown',
  ])('%j is none', (driver) => {
    const { verdict, why } = judgeDriver(['aufs'], withDriver(driver));
    expect(verdict).toBe('unknown');
    expect(why.join()).toMatch(/^storage driver ".{0,90}" is not understood, expected a name such as overlay2$/);
  });

  it('is believed more than what the kernel can mount', () => {
    const facts = { ...withDriver('aufs'), filesystems: ok(['overlay']) };
    expect(judgeDriver(['aufs'], facts).verdict).toBe('exposed');
  });
});

describe('a driver that is not known', () => {
  const unknown = { verdict: 'unknown', why: ['storage driver not known: denied: GET /info: EACCES'] };

  it.each([
    [['aufs'], ['ext4', 'overlay'], '/proc/filesystems has no aufs'],
    [['overlay', 'overlay2'], ['ext4', 'aufs'], '/proc/filesystems has no overlay'],
    [['overlayfs'], ['ext4'], '/proc/filesystems has no overlay'],
    [['btrfs', 'zfs'], ['ext4'], '/proc/filesystems has no btrfs or zfs'],
  ])('is not one of %j where the kernel has %j', (asked, filesystems, why) => {
    expect(judgeDriver(asked, withFilesystems(...filesystems))).toEqual({ verdict: 'clear', why: [why] });
  });

  it.each([
    [['aufs'], ['ext4', 'aufs']],
    [
      ['aufs', 'overlay2'],
      ['ext4', 'overlay'],
    ],
    [['devicemapper'], ['ext4']],
    [['devicemapper', 'aufs'], ['ext4']],
  ])('may be one of %j where the kernel has %j', (asked, filesystems) => {
    expect(judgeDriver(asked, withFilesystems(...filesystems))).toEqual(unknown);
  });

  it('may be any where nothing is known', () => {
    const facts = { ...withFilesystems(), filesystems: denied('/proc/filesystems: EACCES') };
    expect(judgeDriver(['aufs'], facts)).toEqual(unknown);
  });
});
