import type { ProcessScope, ProcessScopes } from '../model/diagnosis.ts';
import { type ProcessTable, processStates, stateCode } from '../model/processes.ts';
import type { PidSet } from './live-containers.ts';

const diskSleep = stateCode('disk_sleep');
const zombie = stateCode('zombie');

/** SIGKILL is pending and the process is still there; a zombie only if threads of it live on. */
export const isUnkillable = (table: ProcessTable, row: number): boolean =>
  table.killPending[row] === 1 && (table.state[row] !== zombie || (table.threads[row] as number) > 1);

/**
 * Processes that wait without being interruptible (state D), and processes that SIGKILL does not end:
 * it is pending and they are still there. A zombie with SIGKILL pending is dead and counts as a zombie
 * only, unless threads of it live on.
 */
export function countScopes(table: ProcessTable, inContainer: PidSet): ProcessScopes {
  const uninterruptible: Record<ProcessScope, number> = { container: 0, host: 0 };
  const unkillable = new Map<string, number>();
  for (let row = 0; row < table.count; row += 1) {
    const state = table.state[row] as number;
    const unkillableHere = isUnkillable(table, row);
    if (state !== diskSleep && !unkillableHere) continue;
    const scope = inContainer.has(table.pid[row] as number) ? 'container' : 'host';
    if (state === diskSleep) uninterruptible[scope] += 1;
    if (!unkillableHere) continue;
    const key = `${scope}/${processStates[state]}`;
    unkillable.set(key, (unkillable.get(key) ?? 0) + 1);
  }
  return { uninterruptible, unkillable };
}
