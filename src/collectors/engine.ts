import { type EngineView, probeStates, probes } from '../model/engine.ts';
import { okValue } from '../model/reading.ts';
import type { Collector, MetricSpec, Sample } from '../model/sample.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { containerMetrics, containerSamples } from './engine-containers.ts';
import { poolMetrics, poolSamples } from './engine-pool.ts';
import { info, sample, stateSet } from './samples.ts';

const probeState: MetricSpec = {
  name: 'dockerhost_engine_probe_state',
  type: 'gauge',
  help: 'How the Engine API answered in this scrape: 1 for the state, 0 for the others. ping is /_ping, list is /containers/json?limit=1, info is /info. A frozen dockerd times out on all three, a frozen containerd on info only.',
  labels: { probe: probes, state: probeStates },
};
const probeDuration: MetricSpec = {
  name: 'dockerhost_engine_probe_duration_seconds',
  type: 'gauge',
  help: 'Time that the last probe of the Engine API took; a timeout shows --docker.timeout.',
  labels: { probe: probes },
};
const lastAnswer: MetricSpec = {
  name: 'dockerhost_engine_last_answer_timestamp_seconds',
  type: 'gauge',
  help: 'Unix time of the last good answer of the Engine API to this exporter. No sample before the first one.',
  labels: { probe: probes },
};
const engineInfo: MetricSpec = {
  name: 'dockerhost_engine_info',
  type: 'info',
  help: 'Versions and settings of the Engine from /info and /version (the latter cached for up to 5 minutes).',
  labels: {
    version: 'free',
    api_version: 'free',
    storage_driver: 'free',
    cgroup_driver: 'free',
    cgroup_version: 'free',
    containerd_version: 'free',
    runc_version: 'free',
    live_restore: ['true', 'false', ''],
  },
};
const storageInfo: MetricSpec = {
  name: 'dockerhost_storage_driver_info',
  type: 'info',
  help: 'Storage driver of the Engine and what is below it, from DriverStatus of /info. Empty: the Engine does not say.',
  labels: {
    driver: 'free',
    backing_filesystem: 'free',
    supports_d_type: ['true', 'false', ''],
    loopback: ['true', 'false', ''],
  },
};
const goroutines: MetricSpec = {
  name: 'dockerhost_engine_goroutines',
  type: 'gauge',
  help: 'Goroutines of dockerd: NGoroutines of /info.',
};
const dataRootSize: MetricSpec = {
  name: 'dockerhost_data_root_size_bytes',
  type: 'gauge',
  help: "Size of the file system that holds the Engine's data root (statfs of DockerRootDir).",
};
const dataRootAvailable: MetricSpec = {
  name: 'dockerhost_data_root_available_bytes',
  type: 'gauge',
  help: "Space left for unprivileged users on the file system that holds the Engine's data root (statfs of DockerRootDir).",
};

/** The Engine by its API: does it answer, what is it, and what does it hold. */
export const engineCollector: Collector = {
  name: 'engine',
  summary: 'the Engine API: does it answer, versions and storage driver, containers by state, pool, data root',
  metrics: [
    probeState,
    probeDuration,
    lastAnswer,
    engineInfo,
    storageInfo,
    goroutines,
    ...containerMetrics,
    dataRootSize,
    dataRootAvailable,
    ...poolMetrics,
  ],
  needs: ({ engine, host }) =>
    engine === undefined ? [] : [engine.info, engine.version, engine.containers, host.dataRoot],
  collect: (snapshot) => (snapshot.engine === undefined ? [] : samplesOf(snapshot.engine, snapshot)),
};

function samplesOf(engine: EngineView, { host }: Snapshot): readonly Sample[] {
  const root = okValue(host.dataRoot);
  return [
    ...probes.flatMap((probe) => probeSamples(engine, probe)),
    ...infoSamples(engine),
    ...containerSamples(okValue(engine.containers)?.containers),
    ...sample(dataRootSize, root?.sizeBytes),
    ...sample(dataRootAvailable, root?.availableBytes),
    ...poolSamples(okValue(engine.info)?.pool),
  ];
}

function probeSamples({ probes: results }: EngineView, probe: (typeof probes)[number]): readonly Sample[] {
  const result = results[probe];
  return [
    ...stateSet(probeState, probeStates, result.state, { probe }),
    ...sample(probeDuration, result.durationSeconds, { probe }),
    ...sample(lastAnswer, result.lastAnswer, { probe }),
  ];
}

function infoSamples(engine: EngineView): readonly Sample[] {
  const facts = okValue(engine.info);
  if (facts === undefined) return [];
  const version = okValue(engine.version);
  return [
    ...info(engineInfo, {
      version: facts.serverVersion ?? version?.version,
      api_version: version?.apiVersion,
      storage_driver: facts.driver,
      cgroup_driver: facts.cgroupDriver,
      cgroup_version: facts.cgroupVersion,
      containerd_version: version?.containerdVersion,
      runc_version: version?.runcVersion,
      live_restore: facts.liveRestore?.toString(),
    }),
    ...info(storageInfo, {
      driver: facts.driver,
      backing_filesystem: facts.storage.backingFilesystem,
      supports_d_type: facts.storage.supportsDType?.toString(),
      loopback: facts.storage.loopback?.toString(),
    }),
    ...sample(goroutines, facts.goroutines),
  ];
}
