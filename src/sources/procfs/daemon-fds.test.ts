import { describe, expect, it, vi } from 'vitest';
import { hostFiles } from '../../../test/support/temporary-tree.ts';
import type { Tree } from '../../../test/support/tree.ts';
import { fdTargets } from '../../model/daemons.ts';
import { denied, ok } from '../../model/reading.ts';
import { mostLinks, readDescriptors } from './daemon-fds.ts';

const id = 'a'.repeat(64);
const dataRoot = '/srv/docker';
const procMagic = 0x9fa0;

const links = (targets: readonly string[]): Tree =>
  Object.fromEntries(targets.map((link, fd) => [`proc/50/fd/${fd}`, { link }]));

function filesWith(targets: readonly string[]) {
  const files = hostFiles({ 'proc/50': { directory: true }, ...links(targets) });
  return { files, read: () => readDescriptors(files, files.proc('50'), dataRoot) };
}

const none = Object.fromEntries(fdTargets.map((target) => [target, 0]));

describe('descriptors', () => {
  it('are sorted by what they point to', () => {
    const { read } = filesWith([
      `/dev/mapper/docker-202:1-3019790-${id}`,
      '/dev/dm-1793',
      'socket:[1]',
      'socket:[2]',
      'socket:[3]',
      'pipe:[4]',
      'anon_inode:[eventpoll]',
      `/run/docker/containerd/${id}/init-stdout`,
      `${dataRoot}/containers/${id}/${id}-json.log`,
      `${dataRoot}/volumes/metadata.db`,
      '/tmp/file (deleted)',
      '/dev/null',
    ]);
    expect(read()).toEqual({
      openFds: ok(12),
      fdsByTarget: ok({
        ...none,
        devicemapper: 2,
        socket: 3,
        pipe: 1,
        anon_inode: 1,
        container_stdio: 1,
        container_log: 1,
        data_root: 1,
        deleted: 1,
        other: 1,
      }),
    });
  });

  it('are none in an empty directory', () => {
    const files = hostFiles({ 'proc/50/fd': { directory: true } });
    expect(readDescriptors(files, files.proc('50'), dataRoot)).toEqual({ openFds: ok(0), fdsByTarget: ok(none) });
  });

  it('add up with those that were closed before they were looked at', () => {
    const { files } = filesWith(['socket:[1]', 'socket:[2]', 'socket:[3]']);
    const real = files.readLink;
    vi.spyOn(files, 'readLink').mockImplementation((path) =>
      path.endsWith('/1') ? { kind: 'absent', detail: 'ENOENT' } : real.call(files, path),
    );
    const { openFds, fdsByTarget } = readDescriptors(files, files.proc('50'), dataRoot);
    expect(openFds).toEqual(ok(3));
    expect(fdsByTarget).toEqual(ok({ ...none, socket: 2, unclassified: 1 }));
  });

  it.each([mostLinks - 1, mostLinks, mostLinks + 4])('add up when there are %i', (count) => {
    const { files } = filesWith([]);
    vi.spyOn(files, 'list').mockReturnValue(ok(Array.from({ length: count }, (_, fd) => String(fd))));
    const readLink = vi.spyOn(files, 'readLink').mockReturnValue(ok('socket:[1]'));
    const { openFds, fdsByTarget } = readDescriptors(files, files.proc('50'), dataRoot);
    const looked = Math.min(count, mostLinks);
    expect(openFds).toEqual(ok(count));
    expect(fdsByTarget).toEqual(ok({ ...none, socket: looked, unclassified: count - looked }));
    expect(readLink).toHaveBeenCalledTimes(looked);
    // The newest ones, because what leaks now is among them.
    expect(readLink).toHaveBeenLastCalledWith(files.proc(`50/fd/${count - 1}`));
  });
});

describe('a directory that may not be listed', () => {
  function deniedWith(size: number, type: number) {
    const { files } = filesWith(['socket:[1]']);
    vi.spyOn(files, 'list').mockReturnValue(denied('EACCES'));
    vi.spyOn(files, 'directory').mockReturnValue(ok({ size, links: 2 }));
    vi.spyOn(files, 'filesystem').mockReturnValue(ok({ sizeBytes: 0, availableBytes: 0, type }));
    return readDescriptors(files, files.proc('50'), dataRoot);
  }

  it('still says how many, since Linux 6.2', () => {
    expect(deniedWith(160, procMagic)).toEqual({ openFds: ok(160), fdsByTarget: denied('EACCES') });
  });

  it('does not say 0 on an older kernel', () => {
    expect(deniedWith(0, procMagic)).toEqual({ openFds: denied('EACCES'), fdsByTarget: denied('EACCES') });
  });

  it('is not measured in bytes where it is no procfs', () => {
    expect(deniedWith(4096, 0xef53).openFds).toEqual(denied('EACCES'));
  });
});

it('does not list what is huge', () => {
  const { files } = filesWith([]);
  const list = vi.spyOn(files, 'list');
  vi.spyOn(files, 'directory').mockReturnValue(ok({ size: 300_000, links: 2 }));
  vi.spyOn(files, 'filesystem').mockReturnValue(ok({ sizeBytes: 0, availableBytes: 0, type: procMagic }));
  expect(readDescriptors(files, files.proc('50'), dataRoot)).toEqual({
    openFds: ok(300_000),
    fdsByTarget: ok({ ...none, unclassified: 300_000 }),
  });
  expect(list).not.toHaveBeenCalled();
});

it('is absent for a process that is gone', () => {
  const files = hostFiles();
  const { openFds, fdsByTarget } = readDescriptors(files, files.proc('50'), dataRoot);
  expect([openFds.kind, fdsByTarget.kind]).toEqual(['absent', 'absent']);
});
