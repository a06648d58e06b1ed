import { dockerdIsGone, everyProbeIs, hasNoDocker, someProbeIs } from '../diagnosis/report/evidence.ts';
import { type EngineView, type ProbeState, probes } from '../model/engine.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type Sight, seen, unseen } from './sight.ts';

export const stateWords: Readonly<Record<ProbeState, string>> = {
  ok: 'answers',
  timeout: 'does not answer',
  refused: 'refuses',
  denied: 'does not let us in',
  error: 'gives errors',
};

/** How the Engine is, in a word or two. */
export function engineWord(snapshot: Snapshot): Sight<string> {
  const { engine, visibility } = snapshot;
  if (engine === undefined || !visibility.engine.visible) {
    return unseen(visibility.engine.visible ? 'the Engine is not asked' : visibility.engine.reason);
  }
  if (hasNoDocker(snapshot)) return seen('no Docker');
  if (dockerdIsGone(snapshot) && !someProbeIs(snapshot, 'ok')) return seen('is down');
  const [first = 'error', ...others] = statesOf(engine);
  if (others.length > 0) return seen('answers in part');
  return seen(first === 'ok' ? understood(engine) : stateWords[first]);
}

/** Nothing is known to be wrong with it, and it is heard: it answers each question, and what it says makes sense. */
export const isSound = (snapshot: Snapshot): boolean =>
  everyProbeIs(snapshot, 'ok') && snapshot.engine !== undefined && understood(snapshot.engine) === stateWords.ok;

/** A probe asks for an answer; whether it makes sense is seen by what was read of it. */
function understood({ info, containers }: EngineView): string {
  const good = [info, containers].filter(({ kind }) => kind === 'ok').length;
  if (good === 2) return stateWords.ok;
  return good === 1 ? 'answers in part' : 'makes no sense';
}

const statesOf = (engine: EngineView): readonly ProbeState[] => [
  ...new Set(probes.map((probe) => engine.probes[probe].state)),
];
