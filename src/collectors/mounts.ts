import { holderKinds, type LeakDiagnosis, type MountDiagnosis } from '../model/diagnosis.ts';
import type { HostView } from '../model/host.ts';
import { type StorageDriver, storageDrivers } from '../model/mounts.ts';
import { okValue } from '../model/reading.ts';
import type { Collector, MetricSpec, Sample } from '../model/sample.ts';
import { byLabel, sample } from './samples.ts';

const mountStates = ['live', 'lingering'] as const;
const namespaceStates = ['read', 'skipped'] as const;
const deviceStates = ['mounted', 'unmounted'] as const;

const containerMounts: MetricSpec = {
  name: 'dockerhost_container_mounts',
  type: 'gauge',
  help: "Container root file systems mounted in the host's mount namespace (/proc/1/mountinfo), each counted once. Lingering: no live process has it as its root, and it is not that of a ghost container. With devicemapper these are the /dev/mapper/docker-* mounts.",
  labels: { driver: storageDrivers, state: mountStates },
};
const leakedMounts: MetricSpec = {
  name: 'dockerhost_leaked_mounts',
  type: 'gauge',
  help: "Root file systems of dead containers that are mounted in another mount namespace than the host's, and not there, by what holds the namespace (/proc/PID/mountinfo, one process for each namespace). exporter: this exporter itself.",
  labels: { driver: storageDrivers, holder: holderKinds },
};
const namespaces: MetricSpec = {
  name: 'dockerhost_mount_namespaces',
  type: 'gauge',
  help: "Mount namespaces besides the host's by whether they were looked into, with more than a scrape has time for in turn, within 5 minutes. While some are skipped dockerhost_leaked_mounts would be too low and has no sample.",
  labels: { state: namespaceStates },
};
const devices: MetricSpec = {
  name: 'dockerhost_devicemapper_devices',
  type: 'gauge',
  help: "Device-mapper devices of containers and image layers (/sys/block/dm-*/dm/name beginning with docker-, pool and base apart), by whether they are mounted in the host's mount namespace.",
  labels: { state: deviceStates },
};
const networkNamespaces: MetricSpec = {
  name: 'dockerhost_network_namespaces',
  type: 'gauge',
  help: 'Network namespaces that Docker keeps mounted under docker/netns (/proc/1/mountinfo).',
};

/** File systems of containers that are mounted on the host, and the devices below them. */
export const mountsCollector: Collector = {
  name: 'mounts',
  summary: 'root file systems of containers: live, lingering on the host, leaked elsewhere; device-mapper devices',
  metrics: [containerMounts, leakedMounts, namespaces, devices, networkNamespaces],
  needs: ({ host }) => [
    host.mounts,
    host.processes,
    host.containers,
    host.containerRoots,
    host.mountNamespaces,
    host.devices,
  ],
  collect: ({ host, engine }, { mounts, leaks }) => {
    const driver = engine && okValue(engine.info)?.driver;
    return [
      ...mountSamples(mounts, driver),
      ...leakSamples(leaks, new Set([driver, ...(mounts?.byDriver.keys() ?? [])])),
      ...namespaceSamples(host),
      ...deviceSamples(host),
      ...sample(networkNamespaces, okValue(host.mounts)?.networkNamespaces),
    ];
  },
};

/** The driver in use is there even with nothing mounted; the others only when something of theirs is. */
function mountSamples(diagnosis: MountDiagnosis | undefined, driver: string | undefined): readonly Sample[] {
  if (diagnosis === undefined) return [];
  const shown = storageDrivers.filter((name) => name === driver || diagnosis.byDriver.has(name));
  return shown.flatMap((name: StorageDriver) =>
    byLabel(containerMounts, 'state', mountStates, (state) => diagnosis.byDriver.get(name)?.[state] ?? 0, {
      driver: name,
    }),
  );
}

/** Every holder for the drivers in use, for others only where something of theirs is leaked. */
function leakSamples(diagnosis: LeakDiagnosis | undefined, inUse: ReadonlySet<string | undefined>): readonly Sample[] {
  if (diagnosis === undefined) return [];
  return storageDrivers.flatMap((name) => {
    const counts = diagnosis.byDriver.get(name);
    if (counts === undefined && !inUse.has(name)) return [];
    return byLabel(leakedMounts, 'holder', holderKinds, (holder) => counts?.[holder] ?? 0, { driver: name });
  });
}

function namespaceSamples({ mountNamespaces }: HostView): readonly Sample[] {
  const counts = okValue(mountNamespaces);
  return byLabel(namespaces, 'state', namespaceStates, (state) => counts?.[state]);
}

function deviceSamples(host: HostView): readonly Sample[] {
  const names = okValue(host.devices)?.names;
  const sources = okValue(host.mounts)?.devicemapperSources;
  if (names === undefined || sources === undefined) return [];
  const mounted = names.filter((name) => sources.includes(name)).length;
  const counts = { mounted, unmounted: names.length - mounted };
  return byLabel(devices, 'state', deviceStates, (state) => counts[state]);
}
