import type { ContainerList, InspectedContainer } from '../model/engine.ts';
import type { Ages } from './ages.ts';
import type { LiveContainer } from './live-containers.ts';

/** What the Engine said of a container, and when it was asked. */
interface Word extends Pick<InspectedContainer, 'state' | 'askedAt'> {
  /** Of an inspect, which waits for a container that is being started; the list does not. */
  readonly isOfInspect: boolean;
}
export type ContradictionKind = 'ghost' | 'orphan';

const saidToRun: readonly Word['state'][] = ['running', 'paused'];
/** Not `restarting`: between two attempts it may have a process or none. Not `other`: nobody knows what that means. */
const saidNotToRun: readonly Word['state'][] = ['missing', 'exited', 'dead', 'created', 'removing'];

export interface Views {
  readonly list: ContainerList;
  readonly inspected: ReadonlyMap<string, InspectedContainer>;
  readonly live: ReadonlyMap<string, LiveContainer>;
  /** Whether a container that the Engine does not know can only be one that it has forgotten. */
  isOurs(container: LiveContainer): boolean;
}

/** A container of which the Engine and the kernel say different things. */
export interface Contradiction {
  readonly id: string;
  readonly kind: ContradictionKind;
  /** Both have said so for long enough, and the Engine was asked again in between. */
  readonly isConfirmed: boolean;
  /** It has lasted long enough to ask the Engine about this one. */
  readonly isRipe: boolean;
}

/**
 * Where the Engine's word on a container and the kernel's view of it do not go together.
 *
 * The list may be some seconds old and a container may change while it is looked at. So a contradiction is
 * confirmed only when it has been there at every look for `settleSeconds`, and the Engine has repeated its
 * word after that time and before this look at the kernel began; of an orphan that it knows, in an inspect. Once confirmed it stays so while it lasts.
 */
export function findContradictions(views: Views, ages: Ages, settleSeconds: number): readonly Contradiction[] {
  const { list, inspected, live } = views;
  const listed = new Map(list.containers.map(({ id, state }) => [id, state]));
  const ids = new Set([...listed.keys(), ...inspected.keys(), ...live.keys()]);
  const found: Contradiction[] = [];
  for (const id of ids) {
    const words = wordsOn(id, listed.get(id), views);
    const kind = contradictionOf(newest(words), live.get(id), views);
    if (kind !== undefined) found.push(judge(id, kind, words, views, ages, settleSeconds));
  }
  return found;
}

function wordsOn(id: string, listed: Word['state'] | undefined, { list, inspected }: Views): readonly Word[] {
  const word: Word = { state: listed ?? 'missing', askedAt: list.askedAt, isOfInspect: false };
  const second = inspected.get(id);
  return second === undefined ? [word] : [word, { ...second, isOfInspect: true }];
}

const newest = (words: readonly Word[]): Word => words.reduce((a, b) => (b.askedAt > a.askedAt ? b : a));

function contradictionOf(
  { state }: Word,
  live: LiveContainer | undefined,
  views: Views,
): ContradictionKind | undefined {
  if (live === undefined) return saidToRun.includes(state) ? 'ghost' : undefined;
  if (!saidNotToRun.includes(state)) return undefined;
  return state !== 'missing' || views.isOurs(live) ? 'orphan' : undefined;
}

function judge(
  id: string,
  kind: ContradictionKind,
  words: readonly Word[],
  views: Views,
  ages: Ages,
  settleSeconds: number,
): Contradiction {
  const seen = ages.see(kind, id);
  const repeated = words.some(
    (word) =>
      word.askedAt >= seen.clock + settleSeconds &&
      word.askedAt < ages.now.clock &&
      (kind === 'ghost' || word.state === 'missing' || word.isOfInspect) &&
      contradictionOf(word, views.live.get(id), views) === kind,
  );
  const isConfirmed = repeated || ages.knew(confirmed(kind), id);
  if (isConfirmed) ages.see(confirmed(kind), id);
  return { id, kind, isConfirmed, isRipe: ages.ageOf(seen) >= settleSeconds };
}

/** Whether it was confirmed at the look before this one; for when the Engine does not answer. */
export const wasConfirmed = (kind: ContradictionKind, id: string, ages: Ages): boolean =>
  ages.knew(confirmed(kind), id);

/** Under what a confirmation is remembered. */
const confirmed = (kind: ContradictionKind): string => `confirmed-${kind}`;

/** Everything that is remembered of contradictions, for when the Engine does not answer. */
export const contradictionKinds: readonly string[] = (['ghost', 'orphan'] as const).flatMap((kind) => [
  kind,
  confirmed(kind),
]);
