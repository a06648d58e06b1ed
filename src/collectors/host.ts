import type { LoadAverage } from '../model/host.ts';
import { okValue } from '../model/reading.ts';
import type { Collector, MetricSpec } from '../model/sample.ts';
import { byLabel, sample } from './samples.ts';

const windows = ['1m', '5m', '15m'] as const satisfies readonly (keyof LoadAverage)[];
const cgroupStates = ['live', 'dying'] as const;

const load: MetricSpec = {
  name: 'dockerhost_load_average',
  type: 'gauge',
  help: 'Load average of the host (/proc/loadavg).',
  labels: { window: windows },
};
const cpus: MetricSpec = {
  name: 'dockerhost_cpus',
  type: 'gauge',
  help: 'CPUs that are online (/proc/stat).',
};
const memorySize: MetricSpec = {
  name: 'dockerhost_memory_size_bytes',
  type: 'gauge',
  help: 'Memory of the host: MemTotal of /proc/meminfo.',
};
const memoryAvailable: MetricSpec = {
  name: 'dockerhost_memory_available_bytes',
  type: 'gauge',
  help: 'Memory that can be had without swapping: MemAvailable of /proc/meminfo. No sample before kernel 3.14.',
};
const swapSize: MetricSpec = {
  name: 'dockerhost_swap_size_bytes',
  type: 'gauge',
  help: 'Swap space of the host: SwapTotal of /proc/meminfo.',
};
const swapUsed: MetricSpec = {
  name: 'dockerhost_swap_used_bytes',
  type: 'gauge',
  help: 'Swap space in use: SwapTotal minus SwapFree of /proc/meminfo.',
};
const bootTime: MetricSpec = {
  name: 'dockerhost_boot_time_seconds',
  type: 'gauge',
  help: 'Boot of the host in unix time: btime of /proc/stat.',
};
const cgroups: MetricSpec = {
  name: 'dockerhost_cgroups',
  type: 'gauge',
  help: 'Cgroups by whether they are in use or only waiting to be freed: cgroup.stat of cgroup v2; on v1 the largest hierarchy of /proc/cgroups, live only.',
  labels: { state: cgroupStates },
};

/** Load and memory of the host, for hosts without an exporter of their own for them. */
export const hostCollector: Collector = {
  name: 'host',
  summary: 'load, memory, swap, boot time, cgroups; switch it off where node_exporter runs',
  metrics: [load, cpus, memorySize, memoryAvailable, swapSize, swapUsed, bootTime, cgroups],
  needs: ({ host }) => [host.loadAverage, host.memory, host.kernelStat, host.cgroupCounts],
  collect: ({ host }) => {
    const average = okValue(host.loadAverage);
    const memory = okValue(host.memory);
    const stat = okValue(host.kernelStat);
    const counts = okValue(host.cgroupCounts);
    return [
      ...byLabel(load, 'window', windows, (window) => average?.[window]),
      ...sample(cpus, stat?.cpus),
      ...sample(memorySize, memory?.sizeBytes),
      ...sample(memoryAvailable, memory?.availableBytes),
      ...sample(swapSize, memory?.swapSizeBytes),
      ...sample(swapUsed, memory?.swapUsedBytes),
      ...sample(bootTime, stat?.bootTime),
      ...byLabel(cgroups, 'state', cgroupStates, (state) => counts?.[state]),
    ];
  },
};
