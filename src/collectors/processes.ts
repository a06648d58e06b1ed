import { processScopeNames, zombieParentKinds } from '../model/diagnosis.ts';
import type { ProcessLimits } from '../model/host.ts';
import {
  devicemapperThreads,
  knownNames,
  nameCode,
  type ProcessTable,
  processStates,
  stateCode,
} from '../model/processes.ts';
import { okValue } from '../model/reading.ts';
import type { Collector, MetricSpec, Sample } from '../model/sample.ts';
import { byLabel, sample } from './samples.ts';

const zombie = stateCode('zombie');

const processes: MetricSpec = {
  name: 'dockerhost_processes',
  type: 'gauge',
  help: 'Processes of the host by state, from one pass over /proc/PID/stat.',
  labels: { state: processStates },
};
const limit: MetricSpec = {
  name: 'dockerhost_process_limit',
  type: 'gauge',
  help: 'How many threads the kernel allows: the smaller of /proc/sys/kernel/pid_max and threads-max.',
};
const threads: MetricSpec = {
  name: 'dockerhost_threads',
  type: 'gauge',
  help: 'Threads of all processes: the sum of num_threads of /proc/PID/stat. This is what dockerhost_process_limit limits.',
};
const zombies: MetricSpec = {
  name: 'dockerhost_zombie_processes',
  type: 'gauge',
  help: 'Zombies by who does not reap them: the daemons, a shim (containerd-shim, lxc-start in 2014), a parent in a container, or another process of the host. The sum is the number of zombies.',
  labels: { parent: zombieParentKinds },
};
const zombieLeaders: MetricSpec = {
  name: 'dockerhost_zombie_leaders_with_live_threads',
  type: 'gauge',
  help: 'Zombies of which other threads still run (num_threads above 1): the shape that the freeze by kernel and AUFS takes.',
};
const unkillable: MetricSpec = {
  name: 'dockerhost_unkillable_processes',
  type: 'gauge',
  help: 'Processes that are still there although SIGKILL is pending (bit 9 of field 31 of /proc/PID/stat), by where they run and their state.',
  labels: { scope: processScopeNames, state: processStates },
};
const uninterruptible: MetricSpec = {
  name: 'dockerhost_uninterruptible_processes',
  type: 'gauge',
  help: 'Processes in state D, which wait for the kernel and take no signal, by where they run.',
  labels: { scope: processScopeNames },
};
const kernelThreads: MetricSpec = {
  name: 'dockerhost_devicemapper_kernel_threads',
  type: 'gauge',
  help: 'Kernel threads of device-mapper and of the file systems on it, by name as in 2014 and today. "ext4_dio" and "bioset" exist for other file systems and devices, too.',
  labels: { thread: devicemapperThreads },
};

/** All processes of the host in numbers; who does not reap, and who does not die. */
export const processesCollector: Collector = {
  name: 'processes',
  summary: 'one pass over /proc: states, zombies by parent, unkillable processes, device-mapper kernel threads',
  metrics: [processes, limit, threads, zombies, zombieLeaders, unkillable, uninterruptible, kernelThreads],
  needs: ({ host }) => [host.processes, host.processLimits, host.containers],
  collect: ({ host, visibility }, { zombieParents, scopes }) => {
    const table = okValue(host.processes);
    if (table === undefined) return limitSamples(okValue(host.processLimits));
    return [
      ...tableSamples(table, visibility.host_processes.visible),
      ...limitSamples(okValue(host.processLimits)),
      ...byLabel(zombies, 'parent', zombieParentKinds, (parent) => zombieParents?.[parent]),
      ...byLabel(uninterruptible, 'scope', processScopeNames, (scope) => scopes?.uninterruptible[scope]),
      ...unkillableSamples(scopes?.unkillable),
    ];
  },
};

function tableSamples(table: ProcessTable, seesKernelThreads: boolean): readonly Sample[] {
  const states = new Array<number>(processStates.length).fill(0);
  const names = new Array<number>(knownNames.length).fill(0);
  let threadCount = 0;
  let leaders = 0;
  for (let row = 0; row < table.count; row += 1) {
    const state = table.state[row] as number;
    const name = table.name[row] as number;
    states[state] = (states[state] as number) + 1;
    names[name] = (names[name] as number) + 1;
    threadCount += table.threads[row] as number;
    if (state === zombie && (table.threads[row] as number) > 1) leaders += 1;
  }
  const kernelThreadCount = (name: (typeof devicemapperThreads)[number]): number | undefined =>
    seesKernelThreads ? names[nameCode(name)] : undefined;
  return [
    ...byLabel(processes, 'state', processStates, (state) => states[stateCode(state)]),
    ...sample(threads, threadCount),
    ...sample(zombieLeaders, leaders),
    ...byLabel(kernelThreads, 'thread', devicemapperThreads, kernelThreadCount),
  ];
}

function limitSamples(limits: ProcessLimits | undefined): readonly Sample[] {
  const known = [limits?.pidMax, limits?.threadsMax].filter((value) => value !== undefined);
  return known.length === 0 ? [] : sample(limit, Math.min(...known));
}

/** State D is always there; the other states only when they occur, to keep a healthy host small. */
function unkillableSamples(counts: ReadonlyMap<string, number> | undefined): readonly Sample[] {
  if (counts === undefined) return [];
  return processScopeNames.flatMap((scope) =>
    processStates.flatMap((state) => {
      const count = counts.get(`${scope}/${state}`) ?? (state === 'disk_sleep' ? 0 : undefined);
      return sample(unkillable, count, { scope, state });
    }),
  );
}
