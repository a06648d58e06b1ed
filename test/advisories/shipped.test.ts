import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAdvisory } from '../../src/advisories/evaluate.ts';
import { factsOf } from '../../src/advisories/given-facts.ts';
import { loadDirectory } from '../../src/catalogue/load.ts';
import { alertNames } from '../../src/diagnosis/report/alerts.ts';
import type { AdvisoryFile, GivenFacts } from '../../src/model/advisory.ts';
import { ranges } from './ranges.ts';

const today = '2026-11-22';
const { advisories, endOfLife } = loadDirectory(join(import.meta.dirname, '../../advisories'));
const judge = (advisory: AdvisoryFile, facts: GivenFacts) => judgeAdvisory(advisory, factsOf(facts, today), endOfLife);

/** Facts that are texts with a grammar of their own. A storage driver may have any name. */
const versionFacts = [
  'kernel_release',
  'aufs_version',
  'engine_version',
  'containerd_version',
  'runc_version',
] as const;
const malformed = [
  '',
  ' ',
  'dev',
  'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
  '\u001b[31m1.2',
  '1.2.3\n4',
  'ünï',
  '-1.2.3',
  '~',
  'x'.repeat(500),
];

describe.each(advisories.map((advisory) => [advisory.id, advisory] as const))('%s', (_, advisory) => {
  const struck = advisory.vectors.filter(({ verdict }) => verdict === 'exposed' || verdict === 'possible');

  it('is never clear on a host of which nothing is known', () => {
    expect(judge(advisory, {}).verdict).not.toBe('clear');
    expect(judge(advisory, {}).verdict).not.toBe('exposed');
  });

  it('is never cleared by a version that makes no sense, and shows it', () => {
    for (const { facts } of struck) {
      for (const fact of versionFacts.filter((name) => facts[name] !== undefined)) {
        for (const text of malformed) {
          const { verdict, why } = judge(advisory, { ...facts, [fact]: text });
          expect(verdict, `${fact} ${JSON.stringify(text)}: ${why}`).not.toBe('clear');
          // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
          expect(why).not.toMatch(/[\u0000-\u001f]/);
          if (verdict === 'unknown') expect(why).toContain(/^[ -~]{0,20}/.exec(text)?.[0]);
        }
      }
    }
  });

  it('is never cleared by facts that are missing', () => {
    for (const { facts } of struck) {
      for (const fact of Object.keys(facts).filter((name) => name !== 'date')) {
        const { [fact as keyof GivenFacts]: __, ...rest } = facts;
        expect(judge(advisory, rest).verdict, `without ${fact}`).not.toBe('clear');
      }
    }
  });

  it('never says exposed of a version above all of its fixes', () => {
    for (const { fact, newest } of ranges(advisory)) {
      const above = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.nat(30), fc.nat(30)).map(([major, minor, patch]) => {
        const [first = 0, second = 0, third = 0] = newest;
        return major > 0
          ? [first + major, minor, patch]
          : minor > 0
            ? [first, second + minor, patch]
            : [first, second, third + patch];
      });
      fc.assert(
        fc.property(above, fc.constantFrom(...struck), (version, { facts }) => {
          expect(judge(advisory, { ...facts, [fact]: version.join('.') }).verdict).not.toBe('exposed');
        }),
        { numRuns: 60 },
      );
    }
  });

  it('explains alerts that exist', () => {
    expect(alertNames).toEqual(expect.arrayContaining([...(advisory.explains ?? [])]));
  });

  it('has a vector of which something is unknown', () => {
    expect(advisory.vectors.map(({ verdict }) => verdict)).toContain('unknown');
  });
});
