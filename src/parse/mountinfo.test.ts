import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { type MountEntry, parseMountinfo, parseMountLine, superOption } from './mountinfo.ts';

const id = '44ea4e988930ae70864e48fdf8a501b3f2813a46c1ecd20f397f25d29512e17d';
const device = `/dev/mapper/docker-254:0-131098-${id}`;

describe('parseMountLine', () => {
  it('reads a device of the devicemapper driver', () => {
    const line = `48 34 253:3 / /var/lib/docker/devicemapper/mnt/${id} rw,relatime shared:4 - ext4 ${device} rw,stripe=16`;
    expect(parseMountLine(line)).toEqual({
      id: 48,
      parent: 34,
      device: '253:3',
      root: '/',
      mountPoint: `/var/lib/docker/devicemapper/mnt/${id}`,
      fsType: 'ext4',
      source: device,
      superOptions: 'rw,stripe=16',
    });
  });

  it('reads a network namespace', () => {
    const line = '118 31 0:4 net:[4026532303] /run/docker/netns/28046fb52b1b rw - nsfs nsfs rw';
    expect(parseMountLine(line)).toMatchObject({ root: 'net:[4026532303]', fsType: 'nsfs', source: 'nsfs' });
  });

  it.each([
    ['no optional field', '238 185 253:1 /rootfs /mnt/a rw,relatime - ext4 /dev/vda rw'],
    ['one', '238 185 253:1 /rootfs /mnt/a rw,relatime master:4 - ext4 /dev/vda rw'],
    ['three', '238 185 253:1 /rootfs /mnt/a rw,relatime shared:9 master:4 propagate_from:2 - ext4 /dev/vda rw'],
  ])('takes %s', (_, line) => {
    expect(parseMountLine(line)).toMatchObject({ mountPoint: '/mnt/a', fsType: 'ext4', source: '/dev/vda' });
  });

  it.each([
    ['/mnt/a\\040b', '/mnt/a b'],
    ['/mnt/a\\011b\\012c', '/mnt/a\tb\nc'],
    ['/mnt/a\\134040', '/mnt/a\\040'],
    ['/mnt/-', '/mnt/-'],
    ['/mnt/a\\040-\\040b', '/mnt/a - b'],
    ['/mnt/(x)', '/mnt/(x)'],
  ])('resolves %s', (written, mountPoint) => {
    expect(parseMountLine(`1 2 0:3 / ${written} rw - tmpfs none rw`)?.mountPoint).toBe(mountPoint);
  });

  it('takes an empty source', () => {
    expect(parseMountLine('1 2 0:3 / /mnt rw - tmpfs  rw,size=4k')).toMatchObject({
      source: '',
      superOptions: 'rw,size=4k',
    });
  });

  it.each([
    ['nothing', ''],
    ['no separator', '48 34 253:3 / /mnt rw,relatime shared:4 ext4 /dev/vda rw'],
    ['no options behind', '48 34 253:3 / /mnt rw,relatime - ext4 /dev/vda'],
    ['no mount point', '48 34 253:3 / - ext4 /dev/vda rw'],
    ['no number', 'x 34 253:3 / /mnt rw - ext4 /dev/vda rw'],
    ['no device', '48 34 253 / /mnt rw - ext4 /dev/vda rw'],
    ['two blanks', '48  34 253:3 / /mnt rw - ext4 /dev/vda rw'],
  ])('does not take a line with %s', (_, line) => {
    expect(parseMountLine(line)).toBeUndefined();
  });

  it('reads back what the kernel would write', () => {
    const escapeOctal = (text: string) =>
      text.replaceAll(/[ \t\n\\#]/g, (each) => `\\${each.charCodeAt(0).toString(8).padStart(3, '0')}`);
    const path = fc.string({ unit: fc.constantFrom('a', 'ü', ' ', '-', '\t', '\n', '\\', '0', '1', '4', ',', '#') });
    const optional = fc.array(fc.constantFrom('shared:1', 'master:2', 'unbindable'));
    fc.assert(
      fc.property(fc.nat(), fc.nat(4095), path, path, path, optional, (number, minor, root, point, source, fields) => {
        const entry: MountEntry = {
          id: number,
          parent: minor,
          device: `0:${minor}`,
          root: `/${root}`,
          mountPoint: `/${point}`,
          fsType: 'ext4',
          source,
          superOptions: 'rw',
        };
        const front = [
          number,
          minor,
          entry.device,
          escapeOctal(entry.root),
          escapeOctal(entry.mountPoint),
          'rw',
          ...fields,
        ];
        expect(parseMountLine(`${front.join(' ')} - ext4 ${escapeOctal(source)} rw`)).toEqual(entry);
      }),
    );
  });
});

describe('parseMountinfo', () => {
  const line = '22 27 0:20 / /sys rw,nosuid,nodev,noexec,relatime - sysfs sysfs rw';

  it('reads every line', () => {
    const reading = parseMountinfo(`${line}\n${line.replace('/sys', '/mnt')}\n`);
    expect(reading.kind === 'ok' && reading.value.map((entry) => entry.mountPoint)).toEqual(['/sys', '/mnt']);
  });

  it('takes no mounts for what a process outside of all mounts sees', () => {
    expect(parseMountinfo('')).toEqual(ok([]));
  });

  it('quotes the line that is cut off', () => {
    expect(parseMountinfo(`${line}\n27 1 254:0 / / rw,rel`)).toEqual({
      kind: 'malformed',
      detail:
        'expected "id parent major:minor root point options … - type source options", got "27 1 254:0 / / rw,rel"',
    });
  });
});

describe('superOption', () => {
  const entryWith = (superOptions: string): MountEntry => ({
    ...{ id: 1, parent: 2, device: '0:45', root: '/', mountPoint: '/mnt', fsType: 'overlay', source: 'overlay' },
    superOptions,
  });

  it.each([
    ['rw,lowerdir=/l,upperdir=/u,workdir=/w', '/u'],
    ['upperdir=/u', '/u'],
    ['rw,upperdir=/a\\040b', '/a b'],
    ['rw,lowerdir=/l,upperdir=/a\\,b,workdir=/w', '/a,b'],
    ['rw,upperdir=/a\\:b', '/a:b'],
    ['rw,upperdir=/a\\134\\054b', '/a,b'],
    ['rw,upperdir=/a\\054b', '/a,b'],
    ['rw,upperdir=', ''],
    ['rw,xupperdir=/u', undefined],
    ['rw', undefined],
    ['', undefined],
  ])('finds upperdir in %s', (superOptions, value) => {
    expect(superOption(entryWith(superOptions), 'upperdir')).toBe(value);
  });
});
