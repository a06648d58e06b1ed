import type { Diagnosis } from '../../model/diagnosis.ts';
import { okValue } from '../../model/reading.ts';
import { thresholds } from '../thresholds.ts';
import { culpritsOf, type Judge } from './finding.ts';
import { bytes, number, processes } from './words.ts';

/** Load far above what the CPUs can take while the host swaps: ssh and everything else stops answering. */
export const judgeOverload: Judge = ({ host }, diagnosis) => {
  const load = okValue(host.loadAverage)?.['1m'];
  const cpus = okValue(host.kernelStat)?.cpus ?? 0;
  const memory = okValue(host.memory);
  if (load === undefined || memory === undefined || cpus <= 0) return [];
  if (load / cpus <= thresholds.loadPerCpu || memory.swapUsedBytes < thresholds.swapUsedBytes) return [];
  return [
    {
      alert: 'DockerHostOverloaded',
      severity: 'critical',
      summary: `load ${number(load)} on ${number(cpus)} CPUs (${number(load / cpus)} each) with ${bytes(memory.swapUsedBytes)} of ${bytes(memory.swapSizeBytes)} swap in use; ${ofOrphans(diagnosis)}`,
      culprits: culpritsOf(diagnosis, 'orphan'),
      meaning: 'Processes wait for CPU and for memory that is swapped out; logins and services time out.',
      next:
        (diagnosis.reconciliation?.orphaned.processes ?? 0) > 0
          ? 'End the orphaned processes named here first, nobody manages them any more; then see with `top` (without -c, key M) who else takes the memory.'
          : 'See with `top` (without -c, keys M and P) who takes memory and CPU, and move work to another host.',
    },
  ];
};

/** How much of it belongs to containers that the Engine no longer manages. */
function ofOrphans({ reconciliation, containerUse }: Diagnosis): string {
  if (reconciliation === undefined) return 'how much of it belongs to orphans cannot be told';
  const { orphaned } = reconciliation;
  const swap = orphaned.swapBytes === undefined ? '' : ` and ${bytes(orphaned.swapBytes)} of swap`;
  const all = containerUse === undefined ? '' : `, of ${processes(containerUse.processes)} in containers`;
  return `orphans are ${processes(orphaned.processes)} with ${bytes(orphaned.residentBytes)} of memory${swap}${all}`;
}
