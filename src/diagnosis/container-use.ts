import type { ContainerSwap } from '../model/containers.ts';
import type { ContainerUse, ProcessUse } from '../model/diagnosis.ts';
import type { HostView } from '../model/host.ts';
import { type ProcessTable, rowOfPid } from '../model/processes.ts';
import { isComplete, okValue } from '../model/reading.ts';
import { liveContainers } from './live-containers.ts';

/** What the live processes of all Docker containers take; the Engine is not asked. */
export function diagnoseContainerUse({ containers, processes, containerSwap }: HostView): ContainerUse | undefined {
  if (containers.kind !== 'ok' || processes.kind !== 'ok' || !isComplete(containers) || !isComplete(processes)) {
    return undefined;
  }
  const live = liveContainers(containers.value, processes.value);
  const pids = [...live.values()].flatMap(({ isDockers, pids: each }) => (isDockers ? each : []));
  return useOf(pids, processes.value, isComplete(containerSwap) ? okValue(containerSwap) : undefined);
}

/** Number, resident memory and swap of some processes. Memory that two of them share counts twice. */
export function useOf(pids: readonly number[], table: ProcessTable, swap: ContainerSwap | undefined): ProcessUse {
  let pages = 0;
  let swapBytes = 0;
  for (const pid of pids) {
    const row = rowOfPid(table, pid);
    if (row !== undefined) pages += table.residentPages[row] as number;
    swapBytes += swap?.bytesOf.get(pid) ?? 0;
  }
  return {
    processes: pids.length,
    residentBytes: pages * table.pageBytes,
    swapBytes: swap === undefined ? undefined : swapBytes,
  };
}
