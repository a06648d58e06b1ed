import { factsOf } from '../advisories/given-facts.ts';
import type { AdviseConfig } from '../config/config.ts';
import type { GivenFacts } from '../model/advisory.ts';
import type { DriverStatus, HostFacts } from '../model/facts.ts';
import { absent, ok, okValue, type Reading } from '../model/reading.ts';

/** Whether this host is looked at. A date alone describes none. */
export const isAboutThisHost = ({ given, thisHost }: AdviseConfig): boolean =>
  thisHost || Object.keys(given).every((name) => name === 'date');

/** The facts of this host with those that are given in their place: this host, if that were so. */
export function withGiven(host: HostFacts, given: GivenFacts): HostFacts {
  const told = factsOf(given, host.date);
  const read = withoutDependent(host, given);
  return {
    kernelRelease: first(told.kernelRelease, read.kernelRelease),
    kernelVersion: first(told.kernelVersion, read.kernelVersion),
    distribution: first(told.distribution, read.distribution),
    aufsVersion: first(told.aufsVersion, read.aufsVersion),
    filesystems: read.filesystems,
    storageDriver: first(told.storageDriver, read.storageDriver),
    driverStatus: mergedStatus(told.driverStatus, read.driverStatus),
    engineVersion: first(told.engineVersion, read.engineVersion),
    containerdVersion: first(told.containerdVersion, read.containerdVersion),
    runcVersion: first(told.runcVersion, read.runcVersion),
    cpus: first(told.cpus, read.cpus),
    cgroupVersion: first(told.cgroupVersion, read.cgroupVersion),
    kernelCommandLine: first(told.kernelCommandLine, read.kernelCommandLine),
    sysctls: new Map([...read.sysctls, ...told.sysctls]),
    swapLimit: first(told.swapLimit, read.swapLimit),
    date: told.date,
  };
}

const first = <T>(told: Reading<T>, read: Reading<T>): Reading<T> => (told.kind === 'ok' ? told : read);

const ofOtherKernel = absent('that of the kernel that runs here is not that of the kernel that is given');
const ofOtherDriver = absent('that of the storage driver in use is not that of the one that is given');

/** Leaves out what this host says of something else than what is given, and would be wrong of that. */
function withoutDependent(host: HostFacts, given: GivenFacts): HostFacts {
  const isOtherKernel = isOther(given.kernel_release, host.kernelRelease);
  const isOtherDriver = isOther(given.storage_driver, host.storageDriver);
  const status = isOther(given.engine_version, host.engineVersion) ? asPart(host.driverStatus) : host.driverStatus;
  return {
    ...host,
    ...(isOtherKernel ? { kernelVersion: ofOtherKernel, aufsVersion: ofOtherKernel, filesystems: ofOtherKernel } : {}),
    driverStatus: isOtherDriver ? ofOtherDriver : status,
  };
}

const isOther = (given: string | undefined, read: Reading<string>): boolean =>
  given !== undefined && given !== okValue(read);

/** Another Engine may have more to say. */
const asPart = (status: Reading<DriverStatus>): Reading<DriverStatus> =>
  status.kind === 'ok' ? ok({ ...status.value, isWhole: false }) : status;

function mergedStatus(told: Reading<DriverStatus>, read: Reading<DriverStatus>): Reading<DriverStatus> {
  if (told.kind !== 'ok') return read;
  if (read.kind !== 'ok') return told;
  return ok({ ...read.value, entries: new Map([...read.value.entries, ...told.value.entries]) });
}
