import type { Diagnosis } from '../model/diagnosis.ts';
import { type Offender, offenderKinds } from '../model/offenders.ts';
import type { Collector, MetricSpec, Sample } from '../model/sample.ts';
import { sample } from './samples.ts';

const confirmed =
  'One counts after 5 s, once the Engine has repeated what it says of it. No sample when the two views could not be compared in this scrape, as when the Engine did not answer.';
const swapSource = 'VmSwap of /proc/PID/status, read only while the host uses swap';
const offenderLabels = { kind: offenderKinds, container: 'free', name: 'free', process: 'free' } as const;

const ghosts: MetricSpec = {
  name: 'dockerhost_ghost_containers',
  type: 'gauge',
  help: `Containers that the Engine says are running or paused and of which no process lives in their cgroup. ${confirmed}`,
};
const orphanedContainers: MetricSpec = {
  name: 'dockerhost_orphaned_containers',
  type: 'gauge',
  help: `Docker cgroups with live processes whose container the Engine does not know, or knows as not running. ${confirmed}`,
};
const orphanedProcesses: MetricSpec = {
  name: 'dockerhost_orphaned_processes',
  type: 'gauge',
  help: 'Live processes of orphaned containers, from cgroup.procs. No sample when the two views could not be compared in this scrape, as when the Engine did not answer.',
};
const orphanedMemory: MetricSpec = {
  name: 'dockerhost_orphaned_resident_memory_bytes',
  type: 'gauge',
  help: 'Resident memory of the processes of orphaned containers: sum of rss of /proc/PID/stat. No sample when the two views could not be compared in this scrape, as when the Engine did not answer.',
};
const orphanedSwap: MetricSpec = {
  name: 'dockerhost_orphaned_swap_bytes',
  type: 'gauge',
  help: `Swap of the processes of orphaned containers: ${swapSource}. No sample when the two views could not be compared in this scrape, as when the Engine did not answer.`,
};
const containerProcesses: MetricSpec = {
  name: 'dockerhost_container_processes',
  type: 'gauge',
  help: 'Live processes of all Docker containers, from cgroup.procs; the Engine is not asked.',
};
const containerMemory: MetricSpec = {
  name: 'dockerhost_container_resident_memory_bytes',
  type: 'gauge',
  help: 'Resident memory of the processes of all Docker containers: sum of rss of /proc/PID/stat, in which shared pages count for each process.',
};
const containerSwap: MetricSpec = {
  name: 'dockerhost_container_swap_bytes',
  type: 'gauge',
  help: `Swap of the processes of all Docker containers: ${swapSource}.`,
};
const offender: MetricSpec = {
  name: 'dockerhost_offender',
  type: 'gauge',
  help: 'The worst offenders by name and how many zombies, processes, mounts or containers each stands for; at most --offenders.max over all kinds, and only what has been there for 5 s; ghosts and orphans only while the Engine answers. container: the first 12 digits of its id; for a lingering mount of which the container is not known, of the id in the name of the file system.',
  labels: offenderLabels,
};
const firstSeen: MetricSpec = {
  name: 'dockerhost_offender_first_seen_timestamp_seconds',
  type: 'gauge',
  help: 'Unix time at which this exporter saw the oldest of what an offender stands for first.',
  labels: offenderLabels,
};
const dropped: MetricSpec = {
  name: 'dockerhost_offenders_dropped',
  type: 'gauge',
  help: 'Offenders that did not fit into --offenders.max.',
};

/** The Engine's view of the containers against the kernel's, and everybody who is to be named on a page. */
export const reconcileCollector: Collector = {
  name: 'reconcile',
  summary: "the Engine's list against the processes that live: ghosts, orphans and what they take; offenders by name",
  metrics: [
    ghosts,
    orphanedContainers,
    orphanedProcesses,
    orphanedMemory,
    orphanedSwap,
    containerProcesses,
    containerMemory,
    containerSwap,
    offender,
    firstSeen,
    dropped,
  ],
  needs: ({ host, engine }) => [
    host.processes,
    host.containers,
    host.containerSwap,
    ...(engine === undefined ? [] : [engine.containers]),
  ],
  collect: (_, diagnosis) => [
    ...reconciled(diagnosis),
    ...used(diagnosis),
    ...diagnosis.offenders.worst.flatMap(offenderSamples),
    ...sample(dropped, diagnosis.scopes && diagnosis.offenders.dropped),
  ],
};

function reconciled({ reconciliation }: Diagnosis): readonly Sample[] {
  const orphaned = reconciliation?.orphaned;
  return [
    ...sample(ghosts, reconciliation?.ghosts.length),
    ...sample(orphanedContainers, reconciliation?.orphans.length),
    ...sample(orphanedProcesses, orphaned?.processes),
    ...sample(orphanedMemory, orphaned?.residentBytes),
    ...sample(orphanedSwap, orphaned?.swapBytes),
  ];
}

function used({ containerUse }: Diagnosis): readonly Sample[] {
  return [
    ...sample(containerProcesses, containerUse?.processes),
    ...sample(containerMemory, containerUse?.residentBytes),
    ...sample(containerSwap, containerUse?.swapBytes),
  ];
}

function offenderSamples({ kind, container, name, process, count, firstSeen: time }: Offender): readonly Sample[] {
  const labels = { kind, container, name, process };
  return [...sample(offender, count, labels), ...sample(firstSeen, time, labels)];
}
