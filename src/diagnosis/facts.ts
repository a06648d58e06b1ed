import type { CgroupCounts } from '../model/containers.ts';
import type { HostFacts } from '../model/facts.ts';
import type { HostView } from '../model/host.ts';
import type { EngineWord, Memory } from '../model/memory.ts';
import { absent, andThen, ok, okValue, type Reading } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { silenceOf } from './engine-word.ts';
import { mountedDriver } from './mounted-driver.ts';

type EngineFacts = Pick<
  HostFacts,
  | 'storageDriver'
  | 'driverStatus'
  | 'engineVersion'
  | 'containerdVersion'
  | 'runcVersion'
  | 'cgroupVersion'
  | 'swapLimit'
>;

/**
 * What this host is judged by. What the Engine says of itself is taken from the memory, which has this look's word
 * in it: a daemon that hangs is when it matters.
 */
export function factsOfHost(
  snapshot: Snapshot,
  { engineWord }: Pick<Memory, 'engineWord'>,
  past?: HostFacts,
  today: string = dayOf(snapshot.takenAt),
): HostFacts {
  const { host } = snapshot;
  return {
    kernelRelease: lasting(
      andThen(host.kernel, ({ release }) => ok(release)),
      past?.kernelRelease,
    ),
    kernelVersion: lasting(
      andThen(host.kernel, ({ version }) => ok(version)),
      past?.kernelVersion,
    ),
    distribution: lasting(distributionOf(host.distribution, engineWord), past?.distribution),
    aufsVersion: lasting(host.aufs, past?.aufsVersion),
    filesystems: lasting(filesystemsInUse(host), past?.filesystems),
    cpus: lasting(
      andThen(host.kernelStat, ({ cpus }) => ok(cpus)),
      past?.cpus,
    ),
    kernelCommandLine: lasting(host.kernelCommandLine, past?.kernelCommandLine),
    sysctls: lastingSysctls(host.sysctls, past?.sysctls),
    ...engineFacts(snapshot, engineWord),
    date: today,
  };
}

/** A kernel does not become another one because a file of it could not be read this time. */
const lasting = <T>(now: Reading<T>, before: Reading<T> | undefined): Reading<T> =>
  before?.kind === 'ok' && now.kind !== 'ok' && now.kind !== 'absent' ? before : now;

/** Each of them is a file of its own. */
function lastingSysctls(now: HostView['sysctls'], before: HostFacts['sysctls'] = new Map()): HostFacts['sysctls'] {
  if (now.kind !== 'ok') return now.kind === 'absent' ? new Map() : before;
  return new Map([...now.value].map(([name, reading]) => [name, lasting(reading, before.get(name))]));
}

/** What dockerd uses is loaded while it runs. Without it a file system that is not there may only not be loaded yet. */
const filesystemsInUse = ({ filesystems, daemons }: HostView): HostFacts['filesystems'] =>
  daemons.dockerd.process.kind === 'ok' || filesystems.kind !== 'ok'
    ? filesystems
    : absent('no dockerd runs, so that not all that it uses need be loaded');

/** The day of a Unix time, in UTC. */
const dayOf = (time: number): string => new Date(time * 1000).toISOString().slice(0, '2026-11-22'.length);

/** What facts are made of and nothing else is: those of the Engine, of mounts and of `/proc/stat` have other users. */
export const readingsOfFacts = (host: HostView): readonly Reading<unknown>[] => [
  host.kernelCommandLine,
  host.filesystems,
  host.sysctls,
  ...(okValue(host.sysctls)?.values() ?? []),
  host.kernel,
  host.distribution,
  host.aufs,
];

function engineFacts(snapshot: Snapshot, word: EngineWord | undefined): EngineFacts {
  const { info, version } = word ?? {};
  const noInfo = silenceOf(snapshot, 'info');
  const noVersion = silenceOf(snapshot, 'version');
  /** One field of an answer that is there, or why it is not. */
  const told = <T>(answer: object | undefined, silence: Reading<T>, value: T | undefined, what: string): Reading<T> => {
    if (answer === undefined) return silence;
    return value === undefined ? absent(`the Engine does not tell ${what}`) : ok(value);
  };
  return {
    storageDriver: driverByMounts(snapshot, word) ?? told(info, noInfo, info?.driver, 'its storage driver'),
    driverStatus: told(info, noInfo, info && { entries: info.driverStatus, isWhole: true }, ''),
    engineVersion: told(info ?? version, noInfo, info?.serverVersion ?? version?.version, 'its version'),
    containerdVersion: told(version, noVersion, version?.containerdVersion, 'the version of containerd'),
    runcVersion: told(version, noVersion, version?.runcVersion, 'the version of runc'),
    cgroupVersion:
      cgroupVersionByKernel(snapshot.host.cgroupCounts, info?.cgroupVersion) ??
      told(info, noInfo, info?.cgroupVersion, 'the version of cgroups'),
    swapLimit: told(info, noInfo, info?.swapLimit, 'whether swap can be limited'),
  };
}

/** As long as no Engine has ever told it. One that was restarted may have another driver than what is mounted. */
function driverByMounts({ host }: Snapshot, word: EngineWord | undefined): Reading<string> | undefined {
  const driver = word?.hadInfo ? undefined : mountedDriver(host.mounts);
  return driver === undefined ? undefined : ok(driver, ['told by what is mounted: the Engine has not answered']);
}

/** Only cgroup v2 counts its dying cgroups; without that count it may be either. */
function cgroupVersionByKernel(counts: Reading<CgroupCounts>, told: string | undefined): Reading<string> | undefined {
  return told === undefined && okValue(counts)?.dying !== undefined ? ok('2') : undefined;
}

/** The Engine knows it as well, where the host's own file is not to be seen. */
function distributionOf(reading: Reading<string>, word: EngineWord | undefined): Reading<string> {
  const told = word?.info?.operatingSystem;
  return reading.kind === 'ok' || told === undefined ? reading : ok(told);
}
