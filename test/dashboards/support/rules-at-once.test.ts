import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './prometheus.ts';
import { atOnce } from './rules-at-once.ts';

interface File {
  readonly groups: readonly { interval?: string; readonly rules: readonly { for?: string }[] }[];
}

const folder = join(root, 'rules');
const files = readdirSync(folder).filter((name) => name.endsWith('.rules.yml'));

it.each(files)('of %s only the pace is changed', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const expected = parse(text) as File;
  for (const group of expected.groups) {
    if (group.interval !== undefined) group.interval = '1s';
    for (const rule of group.rules) if (rule.for !== undefined) rule.for = '0s';
  }
  expect(parse(atOnce(text))).toEqual(expected);
  expect(atOnce(text)).not.toBe(text);
});
