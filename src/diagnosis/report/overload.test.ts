import { expect, it } from 'vitest';
import {
  diagnosisOf,
  healthyDiagnosis,
  healthyHost,
  healthySnapshot,
  offender,
} from '../../../test/support/healthy.ts';
import type { HostView } from '../../model/host.ts';
import { denied, ok } from '../../model/reading.ts';
import { judgeOverload } from './overload.ts';

const memory = (swapUsedBytes: number) =>
  ok({ sizeBytes: 8e9, availableBytes: 1e9, swapSizeBytes: 2 ** 32, swapUsedBytes });
const load = (oneMinute: number) => ok({ '1m': oneMinute, '5m': 0, '15m': 0 });
const judge = (view: Partial<HostView>, diagnosis = healthyDiagnosis) =>
  judgeOverload({ ...healthySnapshot, host: { ...healthyHost, ...view } }, diagnosis);

it.each<[string, Partial<HostView>, number]>([
  ['load 10 for each of 2 CPUs, and swap in use', { loadAverage: load(20), memory: memory(1) }, 0],
  ['more than that', { loadAverage: load(20.1), memory: memory(1) }, 1],
  ['more than that, and no swap in use', { loadAverage: load(200), memory: memory(0) }, 0],
  ['an unknown load', { loadAverage: denied('EACCES'), memory: memory(1) }, 0],
  ['an unknown memory', { loadAverage: load(200), memory: denied('EACCES') }, 0],
  ['an unknown number of CPUs', { loadAverage: load(200), memory: memory(1), kernelStat: denied('EACCES') }, 0],
])('%s', (_, view, count) => {
  expect(judge(view).map(({ alert, severity }) => [alert, severity])).toEqual(
    Array(count).fill(['DockerHostOverloaded', 'critical']),
  );
});

const overloaded = { loadAverage: load(320), memory: memory(2 ** 31) };

it('says how much of it belongs to orphans', () => {
  const orphaned = { processes: 120, residentBytes: 3 * 2 ** 30, swapBytes: 2 ** 30 };
  const reconciliation = { ghosts: [], orphans: [], orphaned, suspects: [], undecided: 0 };
  const containerUse = { processes: 200, residentBytes: 0, swapBytes: 0 };
  const culprits = [offender('orphan', { count: 120 })];
  const [finding] = judge(overloaded, diagnosisOf(culprits, { reconciliation, containerUse }));
  expect(finding?.summary).toBe(
    'load 320 on 2 CPUs (160 each) with 2 GiB of 4 GiB swap in use; orphans are 120 processes with 3 GiB of memory and 1 GiB of swap, of 200 processes in containers',
  );
  expect(finding?.culprits).toEqual(culprits);
  expect(finding?.next).toMatch(/^End the orphaned processes/);
});

it('does not guess at orphans', () => {
  const [finding] = judge(overloaded, { ...healthyDiagnosis, reconciliation: undefined });
  expect(finding?.summary).toMatch(/how much of it belongs to orphans cannot be told$/);
});
