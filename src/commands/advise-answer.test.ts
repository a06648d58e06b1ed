import { describe, expect, it } from 'vitest';
import { sampleAdvisory, sampleCatalogue } from '../../test/support/sample-advisories.ts';
import { factsOf } from '../advisories/given-facts.ts';
import type { GivenFacts, Verdict } from '../model/advisory.ts';
import { adviceOf, statusOf, textOf } from './advise-answer.ts';
import { chosenFrom } from './advise-choice.ts';

const today = '2026-11-22';
const plain = { width: 80, hasColour: false };

const advise = (given: GivenFacts, advisories: readonly string[] = []) =>
  adviceOf(chosenFrom(sampleCatalogue, advisories), factsOf(given, today), { given, advisories, thisHost: false });

const judged = (given: GivenFacts): readonly string[] =>
  advise(given).verdicts.map(({ advisory, verdict }) => `${verdict} ${advisory.id}`);

describe('the order is by verdict, then by severity, then that of the catalogue', () => {
  it.each<[GivenFacts, readonly string[]]>([
    [
      { storage_driver: 'aufs' },
      ['exposed aufs-critical', 'exposed aufs-high', 'unknown engine-high', 'unknown engine-low'],
    ],
    [
      { engine_version: '1.9.1', storage_driver: 'overlay2' },
      ['exposed engine-low', 'clear aufs-critical', 'clear aufs-high', 'clear engine-high'],
    ],
    [
      { engine_version: '1.10.0' },
      ['unknown aufs-critical', 'unknown aufs-high', 'clear engine-high', 'clear engine-low'],
    ],
  ])('%j', (given, order) => expect(judged(given)).toEqual(order));
});

describe('the exit status', () => {
  const advisory = sampleAdvisory('some');
  const verdictsOf = (...names: readonly Verdict[]) => names.map((verdict) => ({ advisory, verdict, why: '' }));

  it.each<[0 | 1 | 2, readonly Verdict[]]>([
    [0, []],
    [0, ['clear', 'clear']],
    [1, ['unknown', 'clear']],
    [1, ['possible', 'clear']],
    [1, ['possible', 'unknown']],
    [2, ['exposed', 'possible', 'unknown', 'clear']],
  ])('is %i for %j', (status, names) => expect(statusOf({ verdicts: verdictsOf(...names) })).toBe(status));

  it('is that of the advisories that are asked about', () => {
    const given = { storage_driver: 'aufs', engine_version: '28.0.0' };
    expect(statusOf(advise(given))).toBe(2);
    expect(statusOf(advise(given, ['engine-high', 'engine-low']))).toBe(0);
  });

  it('is 1 for what cannot be so', () => {
    const contradictory = sampleAdvisory('contradictory', {
      contradictions: [{ when: { engine: [{ first_affected: '24.0.0', first_fixed: 'never' }] }, because: 'no aufs' }],
    });
    const given = { storage_driver: 'aufs', engine_version: '24.0.0' };
    const advice = adviceOf({ advisories: [contradictory], endOfLife: [] }, factsOf(given, today), {
      given,
      advisories: [],
      thisHost: false,
    });
    expect(advice.verdicts[0]).toMatchObject({ verdict: 'unknown', why: 'inconsistent input: no aufs' });
    expect(statusOf(advice)).toBe(1);
  });
});

describe('as JSON', () => {
  const parsed = (given: GivenFacts, advisories?: readonly string[]) =>
    JSON.parse(textOf(advise(given, advisories), 'json', plain));

  it('every verdict has the same fields', () => {
    expect(parsed({ storage_driver: 'aufs' }, ['aufs-critical'])).toEqual([
      {
        advisory: 'aufs-critical',
        severity: 'critical',
        verdict: 'exposed',
        why: 'storage driver aufs',
        remedy: 'Move on.',
        title: 'What aufs-critical is about',
        confidence: 'high',
        references: ['https://example.org/aufs-critical'],
      },
    ]);
  });

  it('has all that were judged, in their order', () => {
    const ids = parsed({ storage_driver: 'aufs' }).map(({ advisory }: { advisory: string }) => advisory);
    expect(ids).toEqual(['aufs-critical', 'aufs-high', 'engine-high', 'engine-low']);
  });

  it('ends with a newline and steers no terminal', () => {
    const evil = '\u001b[2J\u009b2J\u202e\u007f';
    const advice = adviceOf(
      { advisories: [sampleAdvisory('evil', { title: evil, remedy: evil })], endOfLife: [] },
      factsOf({ storage_driver: evil }, today),
      { given: {}, advisories: [], thisHost: false },
    );
    const text = textOf(advice, 'json', plain);
    expect(text).toMatch(/\]\n$/);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(JSON.parse(text)[0].title).toBe(evil);
  });
});
