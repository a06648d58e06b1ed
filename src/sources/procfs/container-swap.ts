import { type ContainerCgroups, type ContainerSwap, withNested } from '../../model/containers.ts';
import type { Memory } from '../../model/host.ts';
import { ok, type Reading } from '../../model/reading.ts';
import { parseVmSwap } from '../../parse/vm-swap.ts';
import { clock as processClock } from '../clock.ts';
import type { HostFiles } from './host-files.ts';
import { readParsed } from './read-parsed.ts';

/** What one pass may cost. */
export interface SwapBounds {
  readonly processes: number;
  readonly seconds: number;
}

const usualBounds: SwapBounds = { processes: 5000, seconds: 0.2 };

/** Whether anything is swapped out at all; if nothing is, no process has to be asked. */
export const isSwapUsed = ({ swapUsedBytes }: Memory): boolean => swapUsedBytes > 0;

/**
 * The swap of each process of a Docker container, and of the containers in it, from `/proc/PID/status`. Those of
 * more processes than one pass has the time for are left out, which `missed` says.
 */
export function readContainerSwap(
  files: HostFiles,
  cgroups: ContainerCgroups,
  clock = processClock,
  bounds = usualBounds,
): Reading<ContainerSwap> {
  const pids = dockerPids(cgroups);
  const bytesOf = new Map<number, number>();
  const problems: string[] = [];
  const until = clock() + bounds.seconds;
  let asked = 0;
  for (const pid of pids) {
    if (asked >= bounds.processes || clock() >= until) break;
    asked += 1;
    const swap = readParsed(files, files.proc(`${pid}/status`), parseVmSwap);
    if (swap.kind === 'ok' && swap.value > 0) bytesOf.set(pid, swap.value);
    if (swap.kind !== 'ok' && swap.kind !== 'absent') problems.push(swap.detail);
  }
  return ok({ bytesOf }, [...problems, ...leftOut(pids.length - asked, pids.length, bounds)]);
}

function dockerPids({ containers }: ContainerCgroups): number[] {
  const ofDocker = containers.filter(({ runtime }) => runtime === 'docker');
  return [...withNested(ofDocker)].flatMap(({ pids }) => pids);
}

function leftOut(count: number, all: number, { processes, seconds }: SwapBounds): string[] {
  if (count === 0) return [];
  return [`swap of ${count} of ${all} processes of containers: at most ${processes} in ${seconds} s each time`];
}
