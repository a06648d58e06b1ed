import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Advisory, Condition, GivenFacts, LifeTable, Verdict } from '../model/advisory.ts';
import { verdicts } from '../model/advisory.ts';
import { assessRisk, judgeAdvisory } from './evaluate.ts';
import { factsOf } from './given-facts.ts';

/** A condition of each verdict on the host below, with its reason. */
const conditions: Readonly<Record<Verdict, Condition>> = {
  exposed: { cpus: { at_most: 1 } },
  possible: { engine: [{ last_clean: '1.8.0', first_affected: '1.10.0', first_fixed: 'never' }] },
  unknown: { runc: [] },
  clear: { cgroup_version: '1' },
};
const why: Readonly<Record<Verdict, string>> = {
  exposed: '1 CPU',
  possible: 'Engine 1.9.1: the last one known to be free of it is 1.8.0, affected from 1.10.0, no version has the fix',
  unknown: 'runc version not known: not given',
  clear: 'cgroup version 2, not 1',
};
const given: GivenFacts = { cpus: 1, engine_version: '1.9.1', cgroup_version: '2' };
const facts = factsOf(given, '2026-11-22');

const base = {
  id: 'x',
  title: 'x',
  severity: 'low',
  symptom: 'x',
  remedy: 'x',
  confidence: 'high',
  references: [],
  checked: '2026-11-22',
} as const;

/** An advisory made of conditions with these verdicts. */
function advisoryOf(exposed: Verdict, possible?: Verdict, unless?: Verdict, contradiction?: Verdict): Advisory {
  return {
    ...base,
    exposed: conditions[exposed],
    ...(possible && { possible: conditions[possible] }),
    ...(unless && { unless: conditions[unless] }),
    ...(contradiction && { contradictions: [{ when: conditions[contradiction], because: 'no such host' }] }),
  };
}

function judged(...parts: Parameters<typeof advisoryOf>) {
  const advisory = advisoryOf(...parts);
  const { verdict, why: reason, ...rest } = judgeAdvisory(advisory, facts, []);
  const isContradiction = parts[3] === 'exposed';
  expect(rest).toEqual(isContradiction ? { advisory, isContradiction } : { advisory });
  return [verdict, reason];
}

describe('exposed', () => {
  it.each(verdicts)('alone: %s', (verdict) => {
    expect(judged(verdict)).toEqual([verdict, why[verdict]]);
  });
});

describe('exposed with possible', () => {
  it.each<[Verdict, Verdict, Verdict, string]>([
    ['exposed', 'clear', 'exposed', why.exposed],
    ['exposed', 'unknown', 'exposed', why.exposed],
    ['possible', 'clear', 'possible', why.possible],
    ['possible', 'unknown', 'possible', why.possible],
    ['possible', 'exposed', 'possible', `${why.possible}; ${why.exposed}`],
    ['unknown', 'exposed', 'possible', why.exposed],
    ['unknown', 'possible', 'possible', why.possible],
    ['unknown', 'clear', 'unknown', why.unknown],
    ['unknown', 'unknown', 'unknown', why.unknown],
    ['clear', 'exposed', 'possible', why.exposed],
    ['clear', 'possible', 'possible', why.possible],
    ['clear', 'unknown', 'unknown', why.unknown],
    ['clear', 'clear', 'clear', why.clear],
  ])('%s with %s is %s', (exposed, possible, verdict, reason) => {
    expect(judged(exposed, possible)).toEqual([verdict, reason]);
  });
});

it('says nothing of what would make it possible when both rule it out', () => {
  const none = { cgroup_version: '1' } as const;
  const few = { cpus: { at_least: 2 } } as const;
  expect(judgeAdvisory({ ...base, exposed: none, possible: few }, facts, []).why).toBe('cgroup version 2, not 1');
  expect(judgeAdvisory({ ...base, exposed: few, possible: none }, facts, []).why).toBe('1 CPU, fewer than 2');
});

it('names what is not known of what would make it possible', () => {
  const advisory: Advisory = { ...base, exposed: { containerd: [] }, possible: { runc: [] } };
  expect(judgeAdvisory(advisory, facts, []).why).toBe(
    'containerd version not known: not given; runc version not known: not given',
  );
});

describe('unless', () => {
  it.each<[Verdict, Verdict, Verdict, string]>([
    ['exposed', 'exposed', 'clear', 'protected: 1 CPU'],
    ['possible', 'exposed', 'clear', 'protected: 1 CPU'],
    ['unknown', 'exposed', 'clear', 'protected: 1 CPU'],
    ['exposed', 'possible', 'possible', '1 CPU; possibly protected: Engine 1.9.1'],
    ['possible', 'possible', 'possible', `${why.possible}; possibly protected: Engine 1.9.1`],
    ['unknown', 'possible', 'unknown', `${why.unknown}; possibly protected: Engine 1.9.1`],
    ['exposed', 'unknown', 'exposed', `1 CPU; assuming that nothing protects this host: ${why.unknown}`],
    ['possible', 'unknown', 'possible', `${why.possible}; assuming that nothing protects this host: ${why.unknown}`],
    ['unknown', 'unknown', 'unknown', why.unknown],
    ['exposed', 'clear', 'exposed', why.exposed],
    ['possible', 'clear', 'possible', why.possible],
    ['unknown', 'clear', 'unknown', why.unknown],
  ])('%s unless %s is %s', (exposed, unless, verdict, reason) => {
    expect(judged(exposed, undefined, unless)).toEqual([verdict, reason]);
  });

  it('is no reason of its own for what is not known, and stays one for what is possible', () => {
    const unless: Condition = { containerd: [] };
    const judgedUnless = (exposed: Condition) => judgeAdvisory({ ...base, exposed, unless }, facts, []).why;
    expect(judgedUnless(conditions.unknown)).toBe(why.unknown);
    expect(judgedUnless(conditions.possible)).toBe(
      `${why.possible}; assuming that nothing protects this host: containerd version not known: not given`,
    );
  });

  it.each(verdicts)('does not matter to a host that is clear: %s', (unless) => {
    expect(judged('clear', undefined, unless)).toEqual(['clear', why.clear]);
  });
});

describe('a contradiction', () => {
  it.each(verdicts)('makes %s unknown when it is sure', (exposed) => {
    expect(judged(exposed, undefined, 'exposed', 'exposed')).toEqual(['unknown', 'inconsistent input: no such host']);
  });

  it.each(['possible', 'unknown', 'clear'] as const)('does not count when it is %s', (contradiction) => {
    expect(judged('exposed', undefined, undefined, contradiction)).toEqual(['exposed', why.exposed]);
  });

  it('is looked for among all', () => {
    const contradictions = [
      { when: conditions.clear, because: 'first' },
      { when: conditions.exposed, because: 'second' },
      { when: conditions.exposed, because: 'third' },
    ];
    const { verdict, why: reason } = judgeAdvisory({ ...advisoryOf('clear'), contradictions }, facts, []);
    expect([verdict, reason]).toEqual(['unknown', 'inconsistent input: second']);
  });
});

const table: LifeTable = {
  component: 'engine',
  snapshot: '2026-08-22',
  source: 'https://example.com',
  cycles: [{ cycle: '1.9', ends: '2016-02-04' }],
  unlisted: 'ended',
};

it('assesses every advisory in the order of the catalogue, with the dates of the tables', () => {
  const exposed = advisoryOf('exposed');
  const ended: Advisory = { ...base, id: 'ended', exposed: { end_of_life: 'engine' } };
  expect(assessRisk({ advisories: [ended, exposed], endOfLife: [table] }, facts)).toEqual({
    facts,
    verdicts: [
      { advisory: ended, verdict: 'exposed', why: 'Engine 1.9.1: regular fixes for 1.9 ended on 2016-02-04' },
      { advisory: exposed, verdict: 'exposed', why: '1 CPU' },
    ],
    endOfLife: new Map([['engine', Date.parse('2016-02-05T00:00:00Z') / 1000]]),
  });
  expect(assessRisk({ advisories: [], endOfLife: [] }, facts)).toEqual({ facts, verdicts: [], endOfLife: new Map() });
});

const range = { first_affected: 'any', first_fixed: '9' };
const everything: Condition = {
  any: [
    { storage_driver: ['aufs'] },
    { driver_status: { key: 'k', equals: 'x', key_since: '1.13.0' } },
    { engine: [{ ...range, first_fixed: '17.12.0' }] },
    { containerd: [{ ...range, first_fixed: '1.2.13' }] },
    { runc: [{ ...range, first_fixed: '1.1.0' }] },
    {
      kernel: {
        first_of: [
          { debian: { series: '3.16' }, ranges: [range] },
          { upstream: {}, ranges: [range] },
        ],
        otherwise: 'clear',
      },
    },
    { aufs: [{ branches: ['4.1'], first_fixed: 'never' }] },
    { cpus: { at_most: 1 } },
    { cgroup_version: '1' },
    { sysctl: { name: 's', equals: '0' } },
    { kernel_command_line: { has: 'x' } },
    { swap_limit: false },
    { end_of_life: 'engine' },
    { end_of_life: 'containerd' },
    { end_of_life: 'kernel' },
    { end_of_life: 'distribution' },
  ],
};
const parts = 'any' in everything ? everything.any : [];

const rubbish = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('1.9.1', '4.1.13', '4.1-20151116', '3.16.0-4-amd64', '\u001b[2J', '-', '.', '~', '1'.repeat(300)),
);
const debianBuild = '#1 SMP Debian 3.16.7-ckt20-1+deb8u3 (2016-01-17)';
const anyGiven: fc.Arbitrary<GivenFacts> = fc.record(
  {
    kernel_release: fc.oneof(rubbish, fc.constantFrom('3.13.0-72-generic', '5.3.0-40-aws', '3.10.0-957.el7.x86_64')),
    kernel_version: fc.oneof(rubbish, fc.constantFrom('#115-Ubuntu SMP', debianBuild)),
    distribution: rubbish,
    aufs_version: rubbish,
    storage_driver: rubbish,
    driver_status: fc.dictionary(fc.constantFrom('k', '__proto__', 'other'), rubbish),
    engine_version: rubbish,
    containerd_version: rubbish,
    runc_version: rubbish,
    cpus: fc.oneof(fc.integer(), fc.double()),
    cgroup_version: rubbish,
    kernel_command_line: rubbish,
    sysctl: fc.dictionary(fc.constantFrom('s', 'other'), rubbish),
    swap_limit: fc.boolean(),
    date: rubbish,
  },
  { requiredKeys: [] },
);

describe('whatever the facts are', () => {
  it('every condition comes to a verdict with a reason of one bounded line', () => {
    fc.assert(
      fc.property(anyGiven, fc.constantFrom(...parts), (facts, exposed) => {
        const found = judgeAdvisory({ ...base, exposed }, factsOf(facts, '2026-11-22'), [table]);
        expect(verdicts).toContain(found.verdict);
        expect(found.why).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{3,1000}$/u);
      }),
      { numRuns: 3000 },
    );
  });

  it('a fact that is taken away never makes a host clear that was not', () => {
    const keys = Object.keys(factsOf({}, '')) as (keyof GivenFacts)[];
    expect(keys.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(anyGiven, fc.constantFrom(...parts), fc.infiniteStream(fc.boolean()), (facts, exposed, dice) => {
        const fewer = Object.fromEntries(
          Object.entries(facts).filter(([key]) => key === 'date' || dice.next().value === true),
        );
        const [before, after] = [facts, fewer].map(
          (each) => judgeAdvisory({ ...base, exposed }, factsOf(each, '2026-11-22'), [table]).verdict,
        );
        if (before !== 'clear') expect(after).not.toBe('clear');
      }),
      { numRuns: 3000 },
    );
  });

  it('without any fact nothing is clear', () => {
    for (const exposed of parts) {
      const { verdict, why: reason } = judgeAdvisory({ ...base, exposed }, factsOf({}, '2026-11-22'), [table]);
      expect(verdict).toBe('unknown');
      expect(reason).toMatch(/^[\w. ]+ not known: not given$/);
    }
    expect(judgeAdvisory({ ...base, exposed: everything }, factsOf({}, '2026-11-22'), [table]).verdict).toBe('unknown');
    expect(judgeAdvisory({ ...base, exposed: { all: parts } }, factsOf({}, '2026-11-22'), [table]).verdict).toBe(
      'unknown',
    );
  });
});
