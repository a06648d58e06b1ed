import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { goodAdvisory, goodList, goodTable } from '../../test/catalogue/files.ts';
import { temporaryDirectory } from '../../test/support/temporary-tree.ts';
import { writeTree } from '../../test/support/tree.ts';
import { CatalogueError, loadDirectory } from './load.ts';
import { longestFile } from './read-file.ts';

let directory = '';

beforeEach(() => {
  directory = temporaryDirectory();
  writeTree(directory, { 'end-of-life': { directory: true } });
});

const files = ['spin.yaml', 'not-encoded.yaml', 'end-of-life/engine.yaml'] as const;

/** True when it loads, false when it says one line or more of what is wrong; everything else fails the test. */
function loads(file: string, text: string): boolean {
  writeFileSync(join(directory, 'not-encoded.yaml'), goodList);
  writeFileSync(join(directory, 'spin.yaml'), goodAdvisory);
  writeFileSync(join(directory, 'end-of-life/engine.yaml'), goodTable);
  writeFileSync(join(directory, file), text);
  try {
    loadDirectory(directory);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(CatalogueError);
    const { problems } = error as CatalogueError;
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem).toMatch(/^\S+\.yaml(:[1-9]\d*:[1-9]\d*)?: \P{Cc}+$/u);
      expect(problem.length).toBeLessThan(2000);
    }
    return false;
  }
}

const anyFile = fc.constantFrom(...files);
const indicators = fc.string({
  unit: fc.constantFrom(...'-?:,[]{}#&*!|>\'"%@` \n\t\r', 'a', '1', '\0', '\u2028', 'é', '---\n', '...\n', '<<', '!!'),
  maxLength: 400,
});

/** Values that stand somewhere in a good file, with one of them replaced. */
const mutated = (text: string, path: readonly number[], value: unknown): unknown => {
  const file = parse(text) as unknown;
  let place: unknown = file;
  let [container, key]: [Record<string, unknown>, string] = [{ file }, 'file'];
  for (const step of path) {
    if (typeof place !== 'object' || place === null) break;
    const keys = Object.keys(place);
    if (keys.length === 0) break;
    [container, key] = [place as Record<string, unknown>, keys[step % keys.length] ?? ''];
    place = container[key];
  }
  container[key] = value;
  return file;
};

const word = fc.constantFrom(
  '1.9.1',
  'any',
  'unknown',
  'never',
  '72.115',
  '2026-11-22',
  'aufs',
  'clear',
  '',
  'x',
  '4.1',
);
const key = fc.constantFrom(
  'all',
  'any',
  'engine',
  'kernel',
  'first_of',
  'facts',
  'id',
  '__proto__',
  'constructor',
  '0',
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.string()),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(key, fc.string()), tie('tree'), { maxKeys: 3 }),
  ),
}));

describe('whatever stands in a file, it loads or says what is wrong:', () => {
  it('any text', () => {
    fc.assert(fc.property(anyFile, fc.oneof(fc.string({ unit: 'binary' }), indicators), loadsOrSays));
  });

  it('a good file with something put in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.nat(), fc.oneof(indicators, fc.string()), ([file, text], at, put) => {
        const place = at % text.length;
        loads(file, text.slice(0, place) + put + text.slice(place));
      }),
    );
  });

  it('a good file with another value in it', () => {
    const path = fc.array(fc.nat({ max: 20 }), { maxLength: 7 });
    fc.assert(
      fc.property(fc.constantFrom(...good), path, tree, ([file, text], steps, value) => {
        loads(file, stringify(mutated(text, steps, value)));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ...['[', '{a: ', '- ', '? ', 'a: ', '&a ', '*a ', '!a ', '"', "'", '|', ']', '[]', ',', '\n', '\t', '%YAML 1.1\n'],
    ...['---\n', '...\n', '[?', '[:', '- [\n', 'a:\n', '"a": '],
  ])('nothing but %j, to the longest file', (part) => {
    const text = part.repeat(longestFile / part.length);
    expect(loads('spin.yaml', text)).toBe(false);
  });

  it('aliases that stand for billions', () => {
    const levels = Array.from({ length: 30 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]\n`);
    expect(loads('spin.yaml', `a0: &a0 [x]\n${levels.join('')}`)).toBe(false);
  });

  it('as many keys as a file can have', () => {
    const keys = Array.from({ length: 25_000 }, (_, index) => `k${index}: 1\n`).join('');
    expect(loads('spin.yaml', keys)).toBe(false);
    expect(loads('spin.yaml', `a: 1\n`.repeat(50_000))).toBe(false);
  });
});

const good = [
  ['spin.yaml', goodAdvisory],
  ['not-encoded.yaml', goodList],
  ['end-of-life/engine.yaml', goodTable],
] as const;

function loadsOrSays(file: string, text: string): void {
  loads(file, text);
}

it('the good files load', () => {
  expect(good.map(([file, text]) => loads(file, text))).toEqual([true, true, true]);
});
