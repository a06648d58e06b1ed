import type { Random } from '../../support/random.ts';
import { type IncidentContainer, isLive, isMounted } from './containers.ts';
import { daemonThreads, fdCounts, incident } from './figures.ts';

/** `docker -d -p /var/run/docker.pid …`; the pid is made up. */
export const dockerPid = 2367;
export const pidfile = `${dockerPid}\n`;

export const daemonThreadIds = (): number[] =>
  Array.from({ length: daemonThreads }, (_, index) => (index === 0 ? dockerPid : dockerPid + 100 + index));

const standard = ['/dev/null', '/var/log/docker.log', '/var/log/docker.log'];
const dataRoot = [
  '/var/lib/docker/linkgraph.db',
  '/var/lib/docker/devicemapper/devicemapper/data',
  '/var/lib/docker/devicemapper/devicemapper/metadata',
];

const logOf = (id: string): string => `/var/lib/docker/containers/${id}/${id}-json.log`;
export const deviceNode = (id: string): string => `/dev/mapper/${incident.devicePrefix}-${id}`;

/** What the daemon's 1021 descriptors point to, in the order of their numbers. */
export function daemonDescriptors(containers: readonly IncidentContainer[], random: Random): readonly string[] {
  const mounted = containers.filter(isMounted).map(({ id }) => id);
  const live = containers.filter(isLive).map(({ id }) => id);
  return [
    ...standard.slice(0, fdCounts.standard),
    ...repeat(fdCounts.epoll, () => 'anon_inode:[eventpoll]'),
    ...repeat(fdCounts.control, () => '/dev/mapper/control'),
    ...dataRoot.slice(0, fdCounts.dataRoot),
    ...repeat(fdCounts.sockets, () => `socket:[${inode(random)}]`),
    ...repeat(fdCounts.pipes, () => `pipe:[${inode(random)}]`),
    ...repeat(fdCounts.containerLogs, (index) => logOf(live[index % live.length] ?? '')),
    ...repeat(fdCounts.deleted, () => `${logOf(random.hex(64))} (deleted)`),
    ...repeat(fdCounts.devicemapper, (index) => deviceNode(mounted[index % mounted.length] ?? '')),
  ];
}

const repeat = (count: number, make: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => make(index));

const inode = (random: Random): number => 1_000_000 + random.below(60_000_000);
