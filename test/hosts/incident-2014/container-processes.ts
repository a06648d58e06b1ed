import type { SyntheticProcess } from '../../support/process.ts';
import type { Random } from '../../support/random.ts';
import type { IncidentContainer } from './containers.ts';
import { dockerPid } from './daemon.ts';
import { containersWithZombies, incident, leftOverLxcStarts, zombiesByParent } from './figures.ts';
import { zombie } from './host-processes.ts';
import { containerNamespace, hostNamespace } from './mounts.ts';
import type { PidAllocator } from './pids.ts';

const commandNames = ['make', 'gcc', 'java', 'ruby', 'python', 'node', 'mysqld', 'Xvfb', 'firefox', 'bundle'];
const zombieNames = ['git', 'ssh', 'sed', 'sh'];
const startTicks = 742_000_000;
/** `docker` and `java` run on the host; the other running ones are in containers. */
const runningInContainers = incident.running - 2;

/** `lxc-start` of each live container, its processes, the `lxc-start` left over, zombies: `wanted` in all. */
export function containerProcesses(
  live: readonly IncidentContainer[],
  wanted: number,
  pids: PidAllocator,
  random: Random,
): SyntheticProcess[] {
  const starts = Array.from({ length: live.length + leftOverLxcStarts }, () => lxcStart(pids()));
  const inits = live.map((container, index) => initOf(container, index, pids(), starts[index]?.pid ?? dockerPid));
  const zombies = [
    ...repeat(zombiesByParent.docker, () => zombie(pids(), dockerPid, 'lxc-start')),
    // From the end: every lxc-start that was left over has at least one.
    ...repeat(zombiesByParent.lxcStart, (index) =>
      zombie(pids(), starts.at(-1 - (index % starts.length))?.pid ?? 0, 'sh'),
    ),
    ...repeat(zombiesByParent.container, (index) =>
      zombie(pids(), inits[index % containersWithZombies]?.pid ?? 0, zombieNames[index % zombieNames.length] ?? ''),
    ),
  ];
  const fixed = [...starts, ...inits, ...zombies];
  const commands = repeat(wanted - fixed.length, (index) => command(inits, index, pids(), random));
  return [...fixed, ...commands];
}

const repeat = (count: number, make: (index: number) => SyntheticProcess): SyntheticProcess[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Runs outside of the container it has started. */
const lxcStart = (pid: number): SyntheticProcess => ({
  pid,
  ppid: dockerPid,
  comm: 'lxc-start',
  state: 'S',
  startTicks,
  residentPages: 310,
  swapKilobytes: 212,
  cgroup: '/',
  mountNamespace: hostNamespace,
});

const initOf = ({ id }: IncidentContainer, index: number, pid: number, ppid: number): SyntheticProcess => ({
  pid,
  ppid,
  comm: 'sh',
  state: 'S',
  startTicks: startTicks + index,
  residentPages: 160,
  swapKilobytes: 96,
  cgroup: `/lxc/${id}`,
  mountNamespace: containerNamespace(index),
});

function command(inits: readonly SyntheticProcess[], index: number, pid: number, random: Random): SyntheticProcess {
  const parent = inits[index % inits.length];
  if (parent === undefined) throw new Error('there is no live container for a command to run in');
  return {
    ...parent,
    pid,
    ppid: parent.pid,
    comm: commandNames[index % commandNames.length] ?? '',
    state: index < runningInContainers ? 'R' : 'S',
    startTicks: startTicks + 1000 + index,
    residentPages: 200 + random.below(700),
    swapKilobytes: 300 + random.below(600),
  };
}
