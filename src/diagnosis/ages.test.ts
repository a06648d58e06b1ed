import { expect, it } from 'vitest';
import { Ages } from './ages.ts';

const at = (clock: number) => ({ time: 1000 + clock, clock });

it('a thing keeps the time at which it was seen first, also when the wall clock jumps', () => {
  const first = new Ages(new Map(), at(0));
  expect(first.see('ghost', 'a')).toEqual(at(0));
  const second = new Ages(first.next, { time: 5, clock: 7 });
  expect(second.see('ghost', 'a')).toEqual(at(0));
  expect(second.ageOf(at(0))).toBe(7);
});

it('what is not seen is forgotten, and new when it comes back', () => {
  const first = new Ages(new Map(), at(0));
  first.see('ghost', 'a');
  const second = new Ages(first.next, at(5));
  expect(second.next.size).toBe(0);
  expect(new Ages(second.next, at(9)).see('ghost', 'a')).toEqual(at(9));
});

it('what could not be looked at is kept, by kind', () => {
  const first = new Ages(new Map(), at(0));
  for (const kind of ['ghost', 'ghostly', 'orphan']) first.see(kind, 'a');
  const second = new Ages(first.next, at(5));
  second.keep('ghost');
  expect([...second.next]).toEqual([['ghost/a', at(0)]]);
});

it('the same thing of two kinds is two things', () => {
  const ages = new Ages(new Map([['ghost/a', at(0)]]), at(5));
  expect([ages.see('ghost', 'a'), ages.see('orphan', 'a')]).toEqual([at(0), at(5)]);
  expect([ages.knew('ghost', 'a'), ages.knew('orphan', 'a')]).toEqual([true, false]);
});

it('nothing is younger than now', () => {
  expect(new Ages(new Map(), at(5)).ageOf(at(9))).toBe(0);
});
