import { dockerdIsGone, hasNoDocker, someProbeIs } from '../diagnosis/report/evidence.ts';
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
  const states = statesOf(engine);
  const [first = 'error', ...others] = states;
  return seen(others.length === 0 ? stateWords[first] : 'answers in part');
}

const statesOf = (engine: EngineView): readonly ProbeState[] => [
  ...new Set(probes.map((probe) => engine.probes[probe].state)),
];
