import type { SyntheticProcess } from '../../support/process.ts';
import { modernKernelThreads } from '../modern/kernel-threads.ts';
import { cronPid, modernServices, service } from '../modern/services.ts';
import {
  builderInitCgroup,
  buildStepCgroup,
  cgroupOf,
  conmonCgroup,
  db,
  nestedCgroup,
  podCgroup,
  podmanCgroup,
  web,
} from './containers.ts';
import { containerdPid, daemons, dockerdPid, shim } from './daemons.ts';
import { overlay2Figures } from './figures.ts';
import { namespaces } from './mounts.ts';

/** First pid of each container; its shim stands just before. */
const pids = { web: 1200, db: 1300, builder: 1400, nested: 1450, pod: 1500, podman: 1600, buildStep: 1700 } as const;
/** Holds the root file system of a container that is gone. */
export const backupPid = 1800;

export const makeProcesses = (): readonly SyntheticProcess[] => [
  ...modernKernelThreads(overlay2Figures.kernelThreads),
  ...modernServices().map(inOwnNamespace),
  ...daemons(),
  ...dockerContainers(),
  ...foreignContainers(),
  { ...service(backupPid, 'backup-agent', '/system.slice/backup-agent.service'), mountNamespace: namespaces.backup },
  ...zombies(),
  ...unkillable(),
];

const inOwnNamespace = (process: SyntheticProcess): SyntheticProcess =>
  process.comm === 'systemd-logind' ? { ...process, mountNamespace: namespaces.logind } : process;

type Place = Pick<SyntheticProcess, 'cgroup' | 'mountNamespace'>;

const inWeb: Place = { cgroup: cgroupOf(web), mountNamespace: namespaces.web };
const inDb: Place = { cgroup: cgroupOf(db), mountNamespace: namespaces.db };
const inBuilder: Place = { cgroup: builderInitCgroup, mountNamespace: namespaces.builder };
const inNested: Place = { cgroup: nestedCgroup, mountNamespace: namespaces.nested };
const inPod: Place = { cgroup: podCgroup, mountNamespace: namespaces.pod };
const inPodman: Place = { cgroup: podmanCgroup, mountNamespace: namespaces.podman };
const inBuildStep: Place = { cgroup: buildStepCgroup, mountNamespace: namespaces.buildStep };

/** A process of a container, in state S. */
const inside = (place: Place, pid: number, ppid: number, comm: string): SyntheticProcess => ({
  ...place,
  pid,
  ppid,
  comm,
  state: 'S',
  startTicks: 90_000 + pid,
  residentPages: 900 + pid,
});

/** `builder` runs an Engine of its own, whose `dockerd` and `containerd` are not this host's. */
function dockerContainers(): SyntheticProcess[] {
  const { web: webPid, db: dbPid, builder: builderPid, nested } = pids;
  return [
    shim(webPid - 1),
    inside(inWeb, webPid, webPid - 1, 'nginx'),
    inside(inWeb, webPid + 1, webPid, 'nginx'),
    inside(inWeb, webPid + 2, webPid, 'nginx'),
    shim(dbPid - 1),
    { ...inside(inDb, dbPid, dbPid - 1, 'postgres'), state: 'R' },
    inside(inDb, dbPid + 1, dbPid, 'postgres'),
    inside(inDb, dbPid + 2, dbPid, 'postgres'),
    shim(builderPid - 1),
    inside(inBuilder, builderPid, builderPid - 1, 'dockerd'),
    inside(inBuilder, builderPid + 1, builderPid, 'containerd'),
    inside(inBuilder, nested - 1, builderPid, 'containerd-shim'),
    inside(inNested, nested, nested - 1, 'sleep'),
  ];
}

/** Of Kubernetes, of Podman and of a build: containers, but none that the Engine knows. */
const foreignContainers = (): SyntheticProcess[] => [
  shim(pids.pod - 1),
  inside(inPod, pids.pod, pids.pod - 1, 'coredns'),
  service(pids.podman - 1, 'conmon', conmonCgroup),
  inside(inPodman, pids.podman, pids.podman - 1, 'redis-server'),
  inside(inBuildStep, pids.buildStep, dockerdPid, 'npm'),
];

/** Since kernel 4.4 a zombie stays in its cgroup. */
function zombies(): SyntheticProcess[] {
  const leader = { ...zombie(2105, pids.web, 'dotnet', inWeb.cgroup), threads: 2 };
  return [
    zombie(2100, dockerdPid, 'docker-proxy', '/system.slice/docker.service'),
    zombie(2101, containerdPid, 'containerd-shim', '/system.slice/containerd.service'),
    zombie(2102, pids.web - 1, 'runc', '/system.slice/containerd.service'),
    zombie(2103, pids.db, 'pg_dump', inDb.cgroup),
    zombie(2104, cronPid, 'backup', '/system.slice/cron.service'),
    leader,
  ];
}

const zombie = (pid: number, ppid: number, comm: string, cgroup: string): SyntheticProcess => ({
  pid,
  ppid,
  comm,
  cgroup,
  state: 'Z',
  startTicks: 95_000 + pid,
});

/** Killed, and waiting for a disk. */
const unkillable = (): SyntheticProcess[] => [
  { ...inside(inDb, 2200, pids.db, 'pg_basebackup'), state: 'D', killPending: true },
  { ...service(2201, 'umount', '/system.slice/cron.service'), ppid: cronPid, state: 'D', killPending: true },
];
