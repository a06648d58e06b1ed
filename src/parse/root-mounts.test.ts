import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HostRootMount } from '../model/mounts.ts';
import { ok, type Reading } from '../model/reading.ts';
import { parseMountinfo } from './mountinfo.ts';
import { rootFilesystemOf } from './root-filesystem.ts';
import { parseRootMounts } from './root-mounts.ts';

const id = '44ea4e988930ae70864e48fdf8a501b3f2813a46c1ecd20f397f25d29512e17d';
const device = `docker-254:0-131098-${id}`;
const upper = `/var/lib/docker/overlay2/${id}/diff`;

/** What it stands for: every line is parsed and judged. */
function byFullParse(text: string): Reading<HostRootMount[]> {
  const entries = parseMountinfo(text);
  if (entries.kind !== 'ok') return entries;
  const roots = new Map<string, HostRootMount>();
  for (const entry of entries.value) {
    const root = rootFilesystemOf(entry);
    if (root === undefined || (roots.has(root.key) && entry.mountPoint !== '/')) continue;
    roots.set(root.key, { ...root, mountPoint: entry.mountPoint });
  }
  return ok([...roots.values()]);
}

const thin = (at: string): string => `48 34 253:3 / ${at} rw shared:4 - ext4 /dev/mapper/${device} rw,stripe=16`;
const overlay = (at: string): string => `50 34 0:50 / ${at} rw - overlay overlay rw,lowerdir=/l,upperdir=${upper}`;
const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

describe('container roots of a mount table', () => {
  it('are found among other mounts', () => {
    const plain = ['22 27 0:21 / /proc rw - proc proc rw', '23 27 8:1 / / rw - ext4 /dev/sda1 rw'];
    expect(parseRootMounts(text(...plain, thin('/mnt/a'), ...plain, overlay('/')))).toEqual(
      ok([
        { driver: 'devicemapper', key: device, mountPoint: '/mnt/a' },
        { driver: 'overlay2', key: upper, mountPoint: '/' },
      ]),
    );
  });

  it('come once each: where they are the root of the process, or else where they are mounted first', () => {
    const twice = text(thin('/mnt/a'), thin('/mnt/b'), overlay('/x'), overlay('/'), overlay('/y'));
    expect(parseRootMounts(twice)).toMatchObject({ value: [{ mountPoint: '/mnt/a' }, { mountPoint: '/' }] });
  });

  it('are none in an empty table', () => {
    expect(parseRootMounts('')).toEqual(ok([]));
  });

  it('are found in a last line without its end', () => {
    expect(parseRootMounts(thin('/mnt/a'))).toMatchObject({ value: [{ key: device }] });
  });

  it.each([
    ['no table at all', 'this is no table'],
    ['a line without a separator', text(thin('/a'), '22 27 0:21 / /proc rw proc proc rw', thin('/b'))],
    ['a container’s mount without a device', text(thin('/a').replace(' 253:3 ', ' x '))],
    ['a line that ends too early', text('22 27 0:21 / /proc rw - proc')],
    ['a line that ends too early, and others', text('22 27 0:21 / /proc rw - proc', thin('/a'))],
  ])('are malformed: %s', (_, table) => {
    expect(parseRootMounts(table)).toMatchObject({
      kind: 'malformed',
      detail: expect.stringMatching(/^expected "id /),
    });
  });
});

/** One of them, mostly a likely one. */
const likely = (...values: readonly string[]) => fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, noise);
const noise = fc.string({ unit: fc.constantFrom('a', '/', '-', ' ', '\\', '\\040', ',', '='), maxLength: 6 });

const types = ['overlay', 'aufs', 'btrfs', 'zfs', 'fuse.fuse-overlayfs', 'fuse-overlayfs', 'ext4', 'xfs', 'proc'];
const escapedTypes = ['\\157verlay', 'overlay\\040', 'fuse', 'overlayfs', 'fuse.sshfs'];
const sources = [`/dev/mapper/${device}`, '/dev/mapper/docker-pool', `\\057dev/mapper/${device}`, `tank/${id}`, 'none'];
const options = [
  `rw,upperdir=${upper}`,
  `rw,upperdir=${id}/diff`,
  'rw,si=1a2b',
  'rw',
  `rw,lowerdir=/a - b,upperdir=${upper}`,
];
const places = ['/', '/mnt/a', '/mnt/a\\040b', `/storage/overlay/${id}/merged`, '/mnt/k8s.io/x'];

const line = fc
  .tuple(
    likely('8:1', '0:50', '253:3'),
    likely('/', `/docker/btrfs/subvolumes/${id}`),
    likely(...places),
    likely('', ' shared:4', ' shared:1 master:2'),
    likely(...types, ...escapedTypes),
    likely(...sources),
    likely(...options),
  )
  .map(
    ([major, root, at, optional, type, source, rest]) =>
      `48 34 ${major} ${root} ${at} rw${optional} - ${type} ${source} ${rest}`,
  );

it('are those that a parse of every line finds', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: noise })), (lines) => {
      const [quick, full] = [parseRootMounts(text(...lines)), byFullParse(text(...lines))];
      // what it skips it has not looked at in full, and so it complains of less
      if (full.kind === 'ok') expect(quick).toEqual(full);
      else if (quick.kind !== 'ok') expect(quick.detail).toMatch(/^expected "id /);
    }),
    { numRuns: 2000 },
  );
});

it('are those of a parse of every line, of single lines that make sense', () => {
  let roots = 0;
  fc.assert(
    fc.property(line, (one) => {
      const full = byFullParse(text(one));
      fc.pre(full.kind === 'ok');
      if (full.kind === 'ok') roots += full.value.length;
      expect(parseRootMounts(text(one))).toEqual(full);
    }),
    { numRuns: 2000 },
  );
  expect(roots).toBeGreaterThan(100); // or nothing was tried
});
