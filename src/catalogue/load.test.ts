import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  advisoryDirectory,
  changed,
  goodAdvisory,
  goodList,
  goodTable,
  loaded,
  problemsIn,
  withCondition,
} from '../../test/catalogue/files.ts';
import { unreadable } from '../../test/support/temporary-tree.ts';
import { CatalogueError, loadDirectory } from './load.ts';
import { longestFile } from './read-file.ts';

it('loads what is right, with every key of the file', () => {
  const { advisories, endOfLife, notEncoded } = loaded({
    'spin.yaml': goodAdvisory,
    'not-encoded.yaml': goodList,
    'end-of-life/engine.yaml': goodTable,
  });
  expect(advisories).toEqual([
    {
      id: 'spin',
      title: 'Engine 1.9 spins',
      severity: 'high',
      confidence: 'medium',
      checked: '2026-11-22',
      symptom: 'It spins.',
      remedy: 'Upgrade.',
      references: ['https://example.com/spin'],
      exposed: { all: [{ engine: [{ first_affected: '1.9.0', first_fixed: '1.9.2' }] }, { cpus: { at_most: 1 } }] },
      vectors: [
        { facts: { engine_version: '1.9.1', cpus: 1 }, verdict: 'exposed' },
        { facts: { engine_version: '1.9.2', cpus: 1 }, verdict: 'clear' },
      ],
    },
  ]);
  expect(endOfLife.map(({ component, cycles }) => [component, cycles.length])).toEqual([['engine', 2]]);
  expect(notEncoded.map(({ id }) => id)).toEqual(['lo-stays']);
});

it('tells all problems of all files at once, in the order of files and lines', () => {
  const problems = problemsIn(
    advisoryDirectory({
      'spin.yaml': changed('remedy: Upgrade.', 'remedy: 1').replace('severity: high', 'severity: 2'),
      'a-list.yaml': '- a',
      'good.yaml': changed('id: spin', 'id: good'),
      'old.yml': '',
      'end-of-life/engine.yaml': changed('supported', 'soon', goodTable),
      'not-encoded.yaml': 'a',
    }),
  );
  expect(problems.map((line) => line.split(': ')[0])).toEqual([
    'a-list.yaml:1:1',
    'end-of-life/engine.yaml:7:26',
    'not-encoded.yaml:1:1',
    'old.yml',
    'spin.yaml:4:11',
    'spin.yaml:8:9',
  ]);
});

it('the lines are the message, too', () => {
  const directory = advisoryDirectory({ 'spin.yaml': '- a', 'turn.yaml': '- a' });
  expect(() => loadDirectory(directory)).toThrowError(CatalogueError);
  expect(() => loadDirectory(directory)).toThrowError(/^\S+spin\.yaml:1:1: .*\n\S+turn\.yaml:1:1: .*$/);
});

it('a file full of mistakes is told up to a bound', () => {
  const keys = Array.from({ length: 80 }, (_, index) => `wrong_${index}: 1\n`).join('');
  const problems = problemsIn(advisoryDirectory({ 'spin.yaml': goodAdvisory + keys }));
  expect(problems).toHaveLength(51);
  expect(problems.filter((line) => line.endsWith(': more than 50 problems: the others are not told'))).toHaveLength(1);
});

it('looks at *.yaml only, at none that begins with a dot, and asks for another name for *.yml', () => {
  const tree = {
    'spin.yaml': goodAdvisory,
    'README.md': '# a',
    '.spin.yaml': 'x',
    'spin.yaml~': 'x',
    'more/a.yaml': 'x',
  };
  expect(problemsIn(advisoryDirectory(tree))).toEqual([]);
  expect(problemsIn(advisoryDirectory({ ...tree, 'turn.yml': goodAdvisory, 'end-of-life/a.yml': '' }))).toEqual([
    'end-of-life/a.yml: expected the ending .yaml, got .yml: rename it to a.yaml',
    'turn.yml: expected the ending .yaml, got .yml: rename it to turn.yaml',
  ]);
});

it('follows symbolic links, as of a mounted ConfigMap', () => {
  const tree = { 'spin.yaml': { link: '..data/spin.yaml' }, '..data': { link: '..1' }, '..1/spin.yaml': goodAdvisory };
  expect(problemsIn(advisoryDirectory(tree))).toEqual([]);
});

it('a directory that is not there, is a file, or is empty', () => {
  expect(problemsIn('/nowhere/at/all')).toEqual(['.: cannot be read: no such file or directory (ENOENT)']);
  const directory = advisoryDirectory({ 'a.txt': '', 'end-of-life': 'a file' });
  expect(problemsIn(join(directory, 'a.txt'))).toEqual(['.: cannot be read: not a directory (ENOTDIR)']);
  expect(problemsIn(directory)).toEqual(['end-of-life: cannot be read: not a directory (ENOTDIR)']);
  expect(problemsIn(advisoryDirectory({ 'a.txt': '' }))).toEqual(['.: expected at least one file *.yaml, got none']);
});

it('a file that cannot be read, is none, or never ends', () => {
  const directory = advisoryDirectory({
    'a.yaml': unreadable('a.yaml'),
    'b.yaml': { directory: true },
    'c.yaml': { link: 'nowhere' },
    'd.yaml': { fifo: true },
    'e.yaml': { link: '/dev/zero' },
  });
  expect(problemsIn(directory)).toEqual([
    'a.yaml: cannot be read: too many symbolic links encountered (ELOOP)',
    'b.yaml: expected a file, got a directory',
    'c.yaml: cannot be read: no such file or directory (ENOENT)',
    'd.yaml: expected a file, got something else',
    'e.yaml: expected a file, got something else',
  ]);
});

it('a file that is too long, or no text', () => {
  const long = `${goodAdvisory}#${' '.repeat(longestFile)}`;
  expect(problemsIn(advisoryDirectory({ 'spin.yaml': long }))).toEqual([
    'spin.yaml: expected at most 262144 bytes, got more',
  ]);
  expect(problemsIn(advisoryDirectory({ 'spin.yaml': long.slice(0, longestFile) }))).toEqual([]);
  expect(problemsIn(advisoryDirectory({ 'spin.yaml': `\ufeff${goodAdvisory}` }))).toEqual([]);
  const directory = advisoryDirectory({});
  writeFileSync(join(directory, 'spin.yaml'), Buffer.from([0x61, 0xff, 0x62]));
  expect(problemsIn(directory)).toEqual(['spin.yaml: expected text in UTF-8, got other bytes']);
});

it('what a file says goes by YAML 1.2, whatever the file asks for', () => {
  const text = changed('symptom: It spins.', 'symptom: yes');
  expect(loaded({ 'spin.yaml': `%YAML 1.1\n---\n${text}` }).advisories[0]?.symptom).toBe('yes');
});

it('tables that are given stand in for those that the directory has none of', () => {
  const directory = advisoryDirectory({
    'spin.yaml': changed('end_of_life: engine', 'end_of_life: kernel', withCondition('end_of_life: engine')),
  });
  const kernel = { component: 'kernel', snapshot: '2026-08-22', source: 'x', cycles: [], unlisted: 'unknown' } as const;
  expect(problemsIn(directory)).toHaveLength(1);
  expect(() => loadDirectory(directory, [kernel])).toThrowError(/the conditions give unknown/);
});

it('a vector without a date is judged on the day on which the advisory was checked', () => {
  const text = withCondition('end_of_life: engine').replaceAll('1.9.', '20.10.').replace(', cpus: 1', '');
  const tree = { 'spin.yaml': text, 'end-of-life/engine.yaml': goodTable };
  expect(problemsIn(advisoryDirectory(tree))).toEqual([]);
  const before = text.replace("checked: '2026-11-22'", "checked: '2023-12-01'");
  expect(problemsIn(advisoryDirectory({ ...tree, 'spin.yaml': before }))).toEqual([
    expect.stringMatching(/^spin\.yaml:18:14: expected verdict exposed, the conditions give clear: /),
  ]);
});
