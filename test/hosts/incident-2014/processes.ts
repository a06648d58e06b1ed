import type { SyntheticProcess } from '../../support/process.ts';
import type { Random } from '../../support/random.ts';
import { containerProcesses } from './container-processes.ts';
import { type IncidentContainers, isLive } from './containers.ts';
import { daemonDescriptors, daemonThreadIds, dockerPid } from './daemon.ts';
import { clock, incident } from './figures.ts';
import { hostProcesses } from './host-processes.ts';
import { kernelThreads } from './kernel-threads.ts';
import { hostNamespace } from './mounts.ts';
import { type PidAllocator, pidAllocator } from './pids.ts';

const ticksAt = (unixTime: number): number => (unixTime - clock.bootTime) * clock.ticksPerSecond;
const kthreadd = 2;

/** All 3020 of them. */
export function makeProcesses(made: IncidentContainers, random: Random): readonly SyntheticProcess[] {
  const threads = kernelThreads(made);
  const taken = [dockerPid, ...daemonThreadIds(), ...threads.flatMap(({ pid }) => pid ?? [])];
  const pids = pidAllocator(random, taken);
  const fixed = [...kernelProcesses(threads, pids), ...hostProcesses(pids, random), docker(made, random)];
  const live = made.containers.filter(isLive);
  const wanted = incident.processes - fixed.length;
  return [...fixed, ...containerProcesses(live, wanted, pids, random)];
}

function kernelProcesses(threads: ReturnType<typeof kernelThreads>, pids: PidAllocator): SyntheticProcess[] {
  const common = { state: 'S', startTicks: 12, cgroup: '/', mountNamespace: hostNamespace } as const;
  const first: SyntheticProcess = { ...common, pid: kthreadd, ppid: 0, comm: 'kthreadd', flags: 0x0020_8040 };
  return [first, ...threads.map((thread) => ({ ...common, ...thread, pid: thread.pid ?? pids(), ppid: kthreadd }))];
}

function docker({ containers }: IncidentContainers, random: Random): SyntheticProcess {
  const ids = daemonThreadIds();
  const tasks = ids.map((tid, index) => ({
    tid,
    comm: 'docker',
    state: index === 0 ? ('R' as const) : ('S' as const),
    userTicks: 900 + index,
    systemTicks: 400 + index,
  }));
  return {
    pid: dockerPid,
    ppid: 1,
    comm: 'docker',
    state: 'R',
    threads: ids.length,
    startTicks: ticksAt(clock.daemonStarted),
    residentPages: 61_440,
    swapKilobytes: 38_112,
    userTicks: 412_906,
    systemTicks: 187_331,
    cgroup: '/',
    mountNamespace: hostNamespace,
    fds: daemonDescriptors(containers, random),
    fileLimits: { soft: incident.softFdLimit, hard: incident.hardFdLimit },
    tasks,
  };
}
