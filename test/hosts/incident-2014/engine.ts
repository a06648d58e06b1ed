import type { ContainerAnswer, EngineAnswers } from '../../support/engine-answers.ts';
import type { SyntheticProcess } from '../../support/process.ts';
import type { Random } from '../../support/random.ts';
import { type IncidentContainer, isListed } from './containers.ts';
import { images, incident } from './figures.ts';

const goroutines = 2_931;
const bytesPerImage = 212_482_048;

/**
 * What Docker 0.8.0 (API 1.9) says, in its own words: truth values are 1 and 0, sizes have the unit `Mb`
 * (MiB), containers have a `Status` and no `State`, the inspected object has `ID`. `/_ping` came with API
 * 1.11, `/volumes` with 1.21, `/system/df` with 1.25: all of them 404.
 */
export function makeAnswers(
  containers: readonly IncidentContainer[],
  processes: readonly SyntheticProcess[],
  random: Random,
): EngineAnswers {
  const listed = containers.filter(isListed).toSorted((a, b) => b.created - a.created);
  return {
    info: info(listed.length),
    version: { Version: '0.8.0', GitCommit: 'cc3a8c8', GoVersion: 'go1.2' },
    containers: listed.map((container, index) => summary(container, index)),
    inspect: Object.fromEntries(listed.map((container) => [container.id, inspected(container, processes)])),
    images: Array.from({ length: images.tagged + images.dangling }, (_, index) => image(index, random)),
  };
}

const info = (count: number) => ({
  Containers: count,
  Debug: 0,
  Driver: 'devicemapper',
  DriverStatus: [
    ['Pool Name', `${incident.devicePrefix}-pool`],
    ['Data file', '/var/lib/docker/devicemapper/devicemapper/data'],
    ['Metadata file', '/var/lib/docker/devicemapper/devicemapper/metadata'],
    ['Data Space Used', '88214.6 Mb'],
    ['Data Space Total', '102400.0 Mb'],
    ['Metadata Space Used', '171.3 Mb'],
    ['Metadata Space Total', '2048.0 Mb'],
  ],
  ExecutionDriver: 'lxc-0.9.0',
  IPv4Forwarding: 1,
  Images: images.tagged + images.dangling,
  IndexServerAddress: 'https://index.docker.io/v1/',
  InitPath: '/usr/lib/docker/dockerinit',
  InitSha1: '',
  KernelVersion: '3.10-0.bpo.3-amd64',
  MemoryLimit: 1,
  NEventsListener: 0,
  NFd: incident.daemonFds,
  NGoroutines: goroutines,
  SwapLimit: 0,
});

const isGhostStatus = ({ kind }: IncidentContainer, index: number): boolean =>
  kind === 'ghostStatusAlive' || (kind === 'ghost' && index % 2 === 0);

function statusOf(container: IncidentContainer, index: number): string {
  if (isGhostStatus(container, index)) return 'Ghost';
  if (isRunning(container)) return 'Up 3 hours';
  return index % 4 === 0 ? 'Exit 137' : 'Exit 0';
}

const isRunning = ({ kind }: IncidentContainer): boolean =>
  kind === 'running' || kind === 'ghost' || kind === 'ghostStatusAlive';

const summary = (container: IncidentContainer, index: number): ContainerAnswer => ({
  Id: container.id,
  Names: [`/${container.name}`],
  Image: 'ci/build:latest',
  Command: '/bin/sh -c /build/run',
  Created: container.created,
  Status: statusOf(container, index),
  Ports: [],
  SizeRw: 0,
  SizeRootFs: 0,
});

function inspected(container: IncidentContainer, processes: readonly SyntheticProcess[]) {
  const running = isRunning(container);
  const init = processes.find(({ cgroup }) => cgroup === `/lxc/${container.id}`);
  const created = new Date(container.created * 1000).toISOString();
  return {
    ID: container.id,
    Created: created,
    Name: `/${container.name}`,
    Driver: 'devicemapper',
    // With LXC it is the pid of lxc-start. That of a ghost has gone to nobody.
    State: {
      Running: running,
      Pid: running ? (init?.ppid ?? 32_101) : 0,
      ExitCode: 0,
      StartedAt: created,
      FinishedAt: running ? '0001-01-01T00:00:00Z' : created,
      Ghost: container.kind === 'ghostStatusAlive',
    },
  };
}

const image = (index: number, random: Random) => ({
  RepoTags: [index < images.tagged ? `ci/build:${index}` : '<none>:<none>'],
  Id: random.hex(64),
  Created: incident.now - 3600 * (1 + index),
  Size: bytesPerImage + random.below(bytesPerImage),
  VirtualSize: 3 * bytesPerImage,
});
