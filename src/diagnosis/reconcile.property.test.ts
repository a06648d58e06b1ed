import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idOf, type Scene, snapshotOfScene } from '../../test/support/scene.ts';
import { containerStates, type InspectedContainer } from '../model/engine.ts';
import { noMemory } from '../model/memory.ts';
import { diagnose } from './diagnose.ts';
import { settleSeconds } from './suspicion.ts';

// The joins against a slow and obvious account: it has the whole history at hand and remembers nothing.

const ids = ['a', 'b', 'c'].map(idOf);
const states = [...containerStates, 'other'] as const;

interface Step {
  readonly elapsed: number;
  readonly answers: boolean;
  readonly listAge: number;
  readonly listed: Readonly<Record<string, (typeof states)[number]>>;
  readonly inspected: Readonly<Record<string, { readonly state: InspectedContainer['state']; readonly age: number }>>;
  readonly live: Readonly<Record<string, readonly number[]>>;
}

const some = <T>(value: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom(...ids), value, { maxKeys: 3 });
const step: fc.Arbitrary<Step> = fc.record({
  elapsed: fc.integer({ min: 0, max: 9 }),
  answers: fc.integer({ min: 0, max: 9 }).map((dice) => dice > 0),
  listAge: fc.integer({ min: -1, max: 15 }),
  // mostly the states that matter, so that contradictions last
  listed: some(fc.oneof(fc.constant('running' as const), fc.constant('exited' as const), fc.constantFrom(...states))),
  inspected: some(
    fc.record({
      state: fc.oneof(fc.constant('running' as const), fc.constantFrom(...states, 'missing' as const)),
      age: fc.integer({ min: -1, max: 12 }),
    }),
  ),
  live: some(fc.constant([7])),
});

/** Few things change from one look to the next, as on a host. */
const history = fc.array(fc.tuple(step, fc.subarray(['listed', 'inspected', 'live'] as const)), {
  minLength: 2,
  maxLength: 9,
});

function scenesOf(steps: readonly (readonly [Step, readonly ('listed' | 'inspected' | 'live')[]])[]): Scene[] {
  let clock = 0;
  let before: Step | undefined;
  return steps.map(([fresh, changed]) => {
    const old: Step = before ?? fresh;
    const current: Step = { ...old, elapsed: fresh.elapsed, answers: fresh.answers, listAge: fresh.listAge };
    before = Object.assign({ ...current }, ...changed.map((key) => ({ [key]: fresh[key] })));
    const { listed, inspected, live, answers, listAge } = before as Step;
    clock += fresh.elapsed;
    const now = clock;
    const asked = Object.entries(inspected).map(([id, { state, age }]) => [id, { state, askedAt: now - age }]);
    return {
      clock: now,
      live,
      listed: answers ? listed : undefined,
      askedAt: now - listAge,
      inspected: Object.fromEntries(asked),
    };
  });
}

type Kind = 'ghost' | 'orphan';

/** What one word of the Engine makes of a container. */
function kindOf(scene: Scene, id: string, state: string): Kind | undefined {
  const lives = id in (scene.live ?? {});
  if (!lives && (state === 'running' || state === 'paused')) return 'ghost';
  if (lives && ['missing', 'exited', 'dead', 'created', 'removing'].includes(state)) return 'orphan';
  return undefined;
}

const wordsOn = (scene: Scene, id: string) => [
  { state: scene.listed?.[id] ?? 'missing', askedAt: scene.askedAt as number, isInspect: false },
  ...(scene.inspected?.[id] ? [{ ...scene.inspected[id], isInspect: true }] : []),
];

function suspectedAs(scene: Scene, id: string): Kind | undefined {
  const [list, inspect] = wordsOn(scene, id);
  if (list === undefined) return undefined;
  const word = inspect !== undefined && inspect.askedAt > list.askedAt ? inspect : list;
  return kindOf(scene, id, word.state);
}

/** Whether a container is accused at the last of these looks. */
function isAccused(all: readonly Scene[], id: string, kind: Kind): boolean {
  const scenes = all.filter(({ listed }) => listed !== undefined);
  if (all.at(-1)?.listed === undefined || suspectedAs(scenes.at(-1) as Scene, id) !== kind) return false;
  const innocent = scenes.findLastIndex((scene) => suspectedAs(scene, id) !== kind);
  const run = scenes.slice(innocent + 1);
  const since = (run[0] as Scene).clock;
  return run.some((scene) =>
    wordsOn(scene, id).some(
      ({ state, askedAt, isInspect }) =>
        (kind === 'ghost' || isInspect || state === 'missing') &&
        askedAt >= since + settleSeconds &&
        askedAt < scene.clock &&
        kindOf(scene, id, state) === kind,
    ),
  );
}

it('accuses exactly those that a slow and obvious account accuses', () => {
  let accused = 0;
  fc.assert(
    fc.property(history, (steps) => {
      const scenes = scenesOf(steps);
      let memory = noMemory;
      scenes.forEach((scene, index) => {
        const diagnosis = diagnose(snapshotOfScene(scene), memory);
        memory = diagnosis.memory;
        const past = scenes.slice(0, index + 1);
        const expected = (kind: Kind): string[] => ids.filter((id) => isAccused(past, id, kind)).sort();
        const { ghosts = [], orphans = [] } = diagnosis.reconciliation ?? {};
        expect({ ghosts, orphans: orphans.map(({ id }) => id) }).toEqual({
          ghosts: expected('ghost'),
          orphans: expected('orphan'),
        });
        accused += ghosts.length + orphans.length;
      });
    }),
    { numRuns: 1500, seed: 18_180 },
  );
  expect(accused).toBeGreaterThan(100); // or the random histories say nothing
});

it('suspects are never accused and the accused are never suspects', () => {
  fc.assert(
    fc.property(history, (steps) => {
      let memory = noMemory;
      for (const scene of scenesOf(steps)) {
        const { memory: next, reconciliation } = diagnose(snapshotOfScene(scene), memory);
        memory = next;
        if (reconciliation === undefined) continue;
        const accused = [...reconciliation.ghosts, ...reconciliation.orphans.map(({ id }) => id)];
        expect(new Set(accused).size).toBe(accused.length);
        expect(reconciliation.suspects.filter((id) => accused.includes(id))).toEqual([]);
        expect(reconciliation.undecided).toBeGreaterThanOrEqual(reconciliation.suspects.length);
      }
    }),
    { numRuns: 300 },
  );
});
