import { describe, expect, it } from 'vitest';
import { idOf } from '../../test/support/scene.ts';
import { type Candidate, groupCandidates } from './candidates.ts';

const a = idOf('a');
const seenAt = (clock: number, time = 1000 + clock) => ({ clock, time });
const candidate = (fields: Partial<Candidate>): Candidate => ({
  kind: 'unkillable',
  container: a,
  process: 'cp',
  count: 1,
  seen: seenAt(0),
  ...fields,
});
const group = (...candidates: readonly Partial<Candidate>[]) =>
  groupCandidates(
    candidates.map(candidate),
    (id) => `name of ${id}`,
    ({ clock }) => 100 - clock,
  );
const counts = (...candidates: readonly Partial<Candidate>[]) => group(...candidates).map(({ count }) => count);

describe('one offender', () => {
  it('is everything of the same kind, container and process', () => {
    expect(counts({}, { count: 2 })).toEqual([3]);
    expect(counts({}, { kind: 'zombie_parent' })).toEqual([1, 1]);
    expect(counts({}, { container: undefined })).toEqual([1, 1]);
    expect(counts({}, { container: idOf('b') })).toEqual([1, 1]);
    expect(counts({}, { process: 'mv' })).toEqual([1, 1]);
  });

  it('knows the largest single part of it', () => {
    expect(group({ count: 6 }, { count: 8 }, { count: 7 })).toMatchObject([{ count: 21, largest: 8 }]);
    expect(group({ count: 4 })).toMatchObject([{ count: 4, largest: 4 }]);
  });

  it('is one series too when two ids begin with the same 12 digits', () => {
    expect(group({ container: `${'a'.repeat(12)}${'1'.repeat(52)}` }, { container: 'a'.repeat(64) })).toMatchObject([
      { container: 'a'.repeat(12), count: 2 },
    ]);
  });

  it('has a name where it has a container', () => {
    expect(group({})[0]).toMatchObject({ container: a.slice(0, 12), name: `name of ${a}` });
    expect(group({ container: undefined })[0]).toMatchObject({ container: '', name: '' });
  });
});

it('it is as old as the oldest part of it, by the clock that does not jump', () => {
  const [offender] = group({ seen: seenAt(20, 5) }, { seen: seenAt(10, 9) }, { seen: seenAt(30, 7) });
  expect(offender).toMatchObject({ firstSeen: 9, age: 90 });
});

describe('for people', () => {
  it('pids in ascending order, each once', () => {
    expect(group({ pid: 10 }, { pid: 9 }, { pid: 100 }, { pid: 9 }, {})[0]?.pids).toEqual([9, 10, 100]);
  });

  it('places in order', () => {
    expect(group({ place: '/b' }, {}, { place: '/a' })[0]?.places).toEqual(['/a', '/b']);
  });

  it('ten of each at most, while all of them count', () => {
    const crowd = Array.from({ length: 30 }, (_, index) => ({ pid: 100 + index, place: `/mnt/${100 + index}` }));
    const [offender] = group(...crowd);
    expect(offender?.pids).toEqual([100, 101, 102, 103, 104, 105, 106, 107, 108, 109]);
    expect(offender?.places).toHaveLength(10);
    expect(offender?.count).toBe(30);
  });
});
