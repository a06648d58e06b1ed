import type { Diagnosis } from '../../model/diagnosis.ts';
import { isComplete } from '../../model/reading.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { engineRemedy } from './engine-remedy.ts';
import { dockerdIsGone } from './evidence.ts';
import { count } from './words.ts';

/** Why ghosts and orphans cannot be told, or not all of them. */
export function reconciliationGaps(snapshot: Snapshot, { reconciliation, memory }: Diagnosis): readonly string[] {
  if (reconciliation === undefined) {
    return [`ghosts and orphans cannot be told: ${whyNot(snapshot, memory.cgroupDriver)}`];
  }
  const waiting = reconciliation.suspects.length;
  if (waiting === 0) return [];
  const what = waiting === 1 ? 'looks like a ghost or an orphan' : 'look like ghosts or orphans';
  return [`${count(waiting, 'container')} ${what}, and the Engine has not confirmed it yet`];
}

/** `cgroupDriver` is the last known one: a hanging /info says nothing. */
function whyNot(snapshot: Snapshot, cgroupDriver: string | undefined): string {
  const { host, engine, visibility } = snapshot;
  if (engine === undefined) return 'the Engine is not asked: it takes the engine collector';
  const { state } = engine.probes.list;
  const silence = state === 'ok' ? engine.containers.kind : state;
  if (silence !== 'ok') return `the Engine did not list its containers (${silence}): ${engineRemedy(silence)}`;
  if (!isComplete(host.processes) || host.processes.kind !== 'ok' || !visibility.host_processes.visible) {
    return `not all processes of the host can be seen${visibility.host_processes.visible ? '' : ': it takes what host_processes takes'}`;
  }
  if (host.containers.kind !== 'ok' || !isComplete(host.containers)) {
    return 'the cgroups of containers could not all be read';
  }
  if (dockerdIsGone(snapshot)) return 'an Engine answers though no dockerd runs here: it is that of another host';
  if (cgroupDriver === 'none') return 'containers have no cgroups of their own here';
  return 'the view of the Engine and that of the kernel do not go together';
}
