import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkPaths } from './check-paths.ts';

const directory = mkdtempSync(join(tmpdir(), 'dhe-paths-'));
const file = join(directory, 'file');
writeFileSync(file, '');
afterAll(() => rmSync(directory, { recursive: true }));

const good = { procfs: directory, sysfs: directory, rootfs: directory };

it('is content with directories', () => {
  expect(() => checkPaths(good)).not.toThrow();
});

it.each([
  ['procfs', '--path.procfs'],
  ['sysfs', '--path.sysfs'],
  ['rootfs', '--path.rootfs'],
] as const)('names the flag for %s, and what is wrong', (key, flag) => {
  const missing = join(directory, 'missing');
  expect(() => checkPaths({ ...good, [key]: missing })).toThrow(
    `${flag}: expected a directory that can be read, ${missing} gives ENOENT`,
  );
  expect(() => checkPaths({ ...good, [key]: file })).toThrow(
    `${flag}: expected a directory that can be read, ${file} is none`,
  );
});
