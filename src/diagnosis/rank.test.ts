import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Offender, type OffenderKind, offenderKinds } from '../model/offenders.ts';
import { rankOffenders } from './rank.ts';

const offender = (kind: OffenderKind, name: string, count = 1, firstSeen = 100): Offender => ({
  kind,
  container: '',
  name,
  process: '',
  count,
  largest: count,
  firstSeen,
  age: 10,
  pids: [],
  places: [],
});
const named = (offenders: readonly Offender[]) => offenders.map(({ kind, name }) => `${kind} ${name}`);
const worst = (offenders: readonly Offender[], most: number) => named(rankOffenders(offenders, most).worst);

describe('the order', () => {
  it('takes the worst of each kind before the second of any', () => {
    const crowd = [1, 2, 3].map((count) => offender('zombie_parent', `p${count}`, 100 ** count));
    expect(worst([...crowd, offender('ghost', 'g'), offender('unkillable', 'u')], 4)).toEqual([
      'unkillable u',
      'ghost g',
      'zombie_parent p3',
      'zombie_parent p2',
    ]);
  });

  it('lets no crowd of a worse kind hide a better one', () => {
    const crowd = Array.from({ length: 30 }, (_, index) => offender('unkillable', `u${index + 10}`));
    expect(worst([...crowd, offender('lingering_mount', 'm'), offender('zombie_parent', 'p')], 4)).toEqual([
      'unkillable u10',
      'lingering_mount m',
      'zombie_parent p',
      'unkillable u11',
    ]);
  });

  it('is always the same for those that differ in nothing but their container, or their process', () => {
    const alike = ['c', 'a', 'b'].map((process) => ({ ...offender('unkillable', 'web'), process }));
    const order = (offenders: readonly Offender[]) => rankOffenders(offenders, 9).worst.map((each) => each.process);
    expect([order(alike), order([...alike].reverse())]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
    const ids = ['c', 'a', 'b'].map((container) => ({ ...offender('ghost', ''), container }));
    expect(rankOffenders(ids, 9).worst.map((each) => each.container)).toEqual(['a', 'b', 'c']);
  });

  it('goes by the order of magnitude first, then by age, then by name', () => {
    const parents = [
      offender('zombie_parent', 'young', 15, 200),
      offender('zombie_parent', 'many', 16, 300),
      offender('zombie_parent', 'old', 8, 100),
      offender('zombie_parent', 'anna', 9, 200),
    ];
    expect(worst(parents, 4)).toEqual([
      'zombie_parent many',
      'zombie_parent old',
      'zombie_parent anna',
      'zombie_parent young',
    ]);
  });

  it('names the same ones when their counts move a little', () => {
    const crowd = (extra: number) =>
      Array.from({ length: 30 }, (_, index) =>
        offender('zombie_parent', `p${index}`, 8 + ((index * 3 + extra) % 8), 100 + index),
      );
    expect(worst(crowd(5), 20)).toEqual(worst(crowd(0), 20));
  });
});

it('says how many did not fit, and what all of them come to', () => {
  const three = [offender('orphan', 'a', 5), offender('orphan', 'b', 2), offender('ghost', 'c')];
  expect(rankOffenders(three, 1)).toMatchObject({ dropped: 2, totals: { orphan: 7, ghost: 1, unkillable: 0 } });
  expect(rankOffenders(three, 0)).toMatchObject({ worst: [], dropped: 3 });
  expect(rankOffenders(three, 9)).toMatchObject({ dropped: 0 });
});

it('does not depend on the order in which they are found, and loses none', () => {
  const one = fc
    .tuple(fc.constantFrom(...offenderKinds), fc.string({ maxLength: 2 }), fc.nat(40), fc.nat(3))
    .map((values) => offender(...values));
  const several = fc.uniqueArray(one, { selector: ({ kind, name }) => `${kind} ${name}`, maxLength: 40 });
  fc.assert(
    fc.property(several, fc.nat(30), (offenders, most) => {
      const ranked = rankOffenders(offenders, most);
      expect(rankOffenders([...offenders].reverse(), most)).toEqual(ranked);
      expect(ranked.worst.length + ranked.dropped).toBe(offenders.length);
      expect(ranked.worst.length).toBeLessThanOrEqual(most);
      expect(named(rankOffenders(offenders, most + 1).worst).slice(0, ranked.worst.length)).toEqual(
        named(ranked.worst),
      );
    }),
  );
});
