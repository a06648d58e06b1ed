import { type ProcessTable, rowOfPid, stateCode } from '../model/processes.ts';
import type { Ages } from './ages.ts';
import type { Candidate } from './candidates.ts';
import { isUnkillable } from './process-scopes.ts';

const zombie = stateCode('zombie');

/** Kinds of offenders that come from the process table. */
export const processKinds = ['unkillable', 'zombie_leader', 'zombie_parent'] as const;

/**
 * Processes that SIGKILL does not end, zombies of which threads live on, and parents with zombies. A
 * process is remembered by pid and start time.
 */
export function processCandidates(
  table: ProcessTable,
  containerOfPid: ReadonlyMap<number, string>,
  ages: Ages,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const zombies = new Map<number, number>();
  const candidate = (kind: (typeof processKinds)[number], row: number, count: number): Candidate => {
    const pid = table.pid[row] as number;
    return {
      kind,
      container: containerOfPid.get(pid),
      process: table.comm.get(pid) ?? '',
      count,
      seen: ages.see(kind, `${pid}-${table.startTicks[row]}`),
      pid,
    };
  };
  for (let row = 0; row < table.count; row += 1) {
    if (isUnkillable(table, row)) candidates.push(candidate('unkillable', row, 1));
    if (table.state[row] !== zombie) continue;
    if ((table.threads[row] as number) > 1) candidates.push(candidate('zombie_leader', row, 1));
    const parent = table.ppid[row] as number;
    zombies.set(parent, (zombies.get(parent) ?? 0) + 1);
  }
  for (const [parent, count] of zombies) {
    const row = rowOfPid(table, parent);
    if (row !== undefined) candidates.push(candidate('zombie_parent', row, count));
  }
  return candidates;
}
