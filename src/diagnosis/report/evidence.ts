import type { Daemon } from '../../model/daemons.ts';
import { type Probe, type ProbeState, probes } from '../../model/engine.ts';
import { type ProcessTable, stateCode } from '../../model/processes.ts';
import { isComplete, okValue } from '../../model/reading.ts';
import type { Snapshot } from '../../model/snapshot.ts';

const zombie = stateCode('zombie');

/** Descriptors of a daemon against its soft limit; undefined when one is not known, or nothing limits it. */
export function fdsOf({ process }: Daemon): { readonly open: number; readonly limit: number } | undefined {
  const running = okValue(process);
  const open = running && okValue(running.openFds);
  const limit = running && okValue(running.maxFds)?.soft;
  if (open === undefined || limit === undefined || limit === 'unlimited' || limit <= 0) return undefined;
  return { open, limit };
}

export function zombiesIn(table: ProcessTable): number {
  let zombies = 0;
  for (let row = 0; row < table.count; row += 1) if (table.state[row] === zombie) zombies += 1;
  return zombies;
}

/** What the kernel's limit of processes counts. */
export function threadsIn(table: ProcessTable): number {
  let threads = 0;
  for (let row = 0; row < table.count; row += 1) threads += table.threads[row] as number;
  return threads;
}

/** Whether there is a zombie of which threads live on although SIGKILL is pending: the freeze itself. */
export function hasUnkillableZombieLeader(table: ProcessTable): boolean {
  for (let row = 0; row < table.count; row += 1) {
    if (table.state[row] === zombie && (table.threads[row] as number) > 1 && table.killPending[row] === 1) return true;
  }
  return false;
}

/** No dockerd, where each process of the host could be looked at. */
export const dockerdIsGone = ({ host, visibility }: Snapshot): boolean =>
  host.daemons.dockerd.process.kind === 'absent' && visibility.host_processes.visible && isComplete(host.processes);

export const probeIs = ({ engine }: Snapshot, probe: Probe, state: ProbeState): boolean =>
  engine?.probes[probe].state === state;

export const everyProbeIs = (snapshot: Snapshot, state: ProbeState): boolean =>
  probes.every((probe) => probeIs(snapshot, probe, state));

export const someProbeIs = (snapshot: Snapshot, state: ProbeState): boolean =>
  probes.some((probe) => probeIs(snapshot, probe, state));

/** Docker is not here at all: no daemon, and nobody at its address. Then nothing of it is missing. */
export const hasNoDocker = (snapshot: Snapshot): boolean =>
  dockerdIsGone(snapshot) && everyProbeIs(snapshot, 'refused');
