import { readlinkSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { hostFiles } from '../../../test/support/temporary-tree.ts';
import type { Tree } from '../../../test/support/tree.ts';
import { ok } from '../../model/reading.ts';
import { readDistribution } from './distribution.ts';
import { HostFiles } from './host-files.ts';

const debian = 'ID=debian\nVERSION_ID="12"\n';
const alpine = 'ID=alpine\nVERSION_ID=3.22.1\n';

describe("the host's root file system, given", () => {
  it.each<[string, Tree, object]>([
    ['in etc', { 'etc/os-release': debian, 'usr/lib/os-release': alpine }, ok('debian 12')],
    ['in usr/lib', { 'usr/lib/os-release': alpine }, ok('alpine 3.22.1')],
    ['nowhere', {}, { kind: 'absent' }],
    ['nonsense', { 'etc/os-release': 'nonsense', 'usr/lib/os-release': alpine }, { kind: 'malformed' }],
  ])('%s', (_, tree, expected) => {
    expect(readDistribution(hostFiles(tree))).toMatchObject(expected);
  });
});

describe('our own root file system', () => {
  /** `namespace` is the mount namespace of the process 1 that is seen. */
  function read(namespace: string | undefined) {
    const tree: Tree = namespace === undefined ? {} : { 'proc/1/ns/mnt': { link: namespace } };
    const files = new HostFiles({ ...hostFiles(tree).roots, rootfs: '/' });
    const readText = vi.spyOn(files, 'readText').mockReturnValue(ok(debian));
    return { reading: readDistribution(files), asked: readText.mock.calls.map(([path]) => path) };
  }

  it('is the host when process 1 lives in it', () => {
    const { reading, asked } = read(readlinkSync('/proc/self/ns/mnt'));
    expect(reading).toEqual(ok('debian 12'));
    expect(asked).toEqual(['/etc/os-release']);
  });

  it('is that of an image when process 1 lives in another: its file is not touched', () => {
    expect(read('mnt:[1]')).toMatchObject({
      reading: { kind: 'absent', detail: expect.stringContaining('--path.rootfs') },
      asked: [],
    });
  });

  it('is taken for the host when it cannot be told', () => {
    expect(read(undefined).reading).toEqual(ok('debian 12'));
  });
});
