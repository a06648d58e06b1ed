import { lstatSync, mkdtempSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeTree } from './fixture-host.ts';
import { writeTree } from './tree.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dhe-tree-'));
});
afterEach(() => removeTree(root));

it('writes files and the directories above them', () => {
  writeTree(root, { 'proc/1/stat': '1 (init) S\n', 'proc/1/comm': 'init\n' });
  expect(readFileSync(join(root, 'proc/1/stat'), 'utf8')).toBe('1 (init) S\n');
  expect(readFileSync(join(root, 'proc/1/comm'), 'utf8')).toBe('init\n');
});

it('writes links that point to nothing', () => {
  writeTree(root, { 'fd/3': { link: 'socket:[4711]' } });
  expect(readlinkSync(join(root, 'fd/3'))).toBe('socket:[4711]');
});

it('writes FIFOs', () => {
  writeTree(root, { 'proc/7/mountinfo': { fifo: true } });
  expect(lstatSync(join(root, 'proc/7/mountinfo')).isFIFO()).toBe(true);
});

it('writes empty directories', () => {
  writeTree(root, { 'sys/block': { directory: true } });
  expect(statSync(join(root, 'sys/block')).isDirectory()).toBe(true);
});

it('gives a file exactly the mode asked for', () => {
  writeTree(root, { secret: { content: 'x', mode: 0o666 } });
  expect(statSync(join(root, 'secret')).mode & 0o777).toBe(0o666);
});
