import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseFilesystems } from './filesystems.ts';

it('reads the names, with a device or without, in their order', () => {
  const text = 'nodev\tsysfs\nnodev\tcgroup2\n\text3\n\text4\n\tfuseblk\nnodev\t9p\nnodev\tfuse.portal\nnodev\taufs\n';
  expect(parseFilesystems(text)).toEqual(
    ok(['sysfs', 'cgroup2', 'ext3', 'ext4', 'fuseblk', '9p', 'fuse.portal', 'aufs']),
  );
});

it.each([
  '',
  '\n',
  'ext4\n',
  'nodev ext4\n',
  'dev\text4\n',
  '\t\n',
  'nodev\text4\n\n\text3\n',
  `\t${'x'.repeat(65)}`,
  '\ta b',
])('finds %j malformed', (text) => {
  expect(parseFilesystems(text)).toMatchObject({
    kind: 'malformed',
    detail: expect.stringMatching(/^expected "nodev", a tab and a name, got "/),
  });
});
