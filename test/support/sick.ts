import type { Look } from '../../src/model/diagnosis.ts';
import { offenderKinds } from '../../src/model/offenders.ts';
import { absent, ok } from '../../src/model/reading.ts';
import {
  diagnosisOf,
  engineWith,
  healthyEngine,
  healthyHost,
  healthyInfo,
  healthySnapshot,
  hostWithZombies,
  now,
  offender,
  runningDaemon,
} from './healthy.ts';
import { riskWith } from './risk.ts';

const year = 365 * 86_400;
const space = { usedBytes: 95, sizeBytes: 100 };
const pool = ok({ data: space, metadata: space, deferredDeletedDevices: 3 });
const exited = Array.from({ length: 300 }, (_, index) => ({
  id: `${index}`,
  name: `job-${index}`,
  state: 'exited' as const,
  created: now - year,
}));
const spinning = { busiestThread: { user: 0, system: 1 } };

const engine = {
  ...engineWith(exited),
  info: ok({ ...healthyInfo, driver: 'devicemapper', storage: { ...healthyInfo.storage, loopback: true }, pool }),
};

const host = {
  ...hostWithZombies(315, 3020),
  processLimits: ok({ pidMax: 3030, threadsMax: undefined }),
  loadAverage: ok({ '1m': 300, '5m': 300, '15m': 300 }),
  memory: ok({ sizeBytes: 8e9, availableBytes: 0, swapSizeBytes: 4e9, swapUsedBytes: 4e9 }),
  daemons: { ...healthyHost.daemons, dockerd: runningDaemon({ openFds: ok(990) }, spinning) },
};

const diagnosis = diagnosisOf(
  offenderKinds.map((kind) => offender(kind, { count: 30 })),
  {
    risk: riskWith([{ explains: ['DockerHostFreezing'] }, 'exposed'], [{ id: 'b', severity: 'high' }, 'exposed']),
    reconciliation: {
      ghosts: ['a'.repeat(64)],
      orphans: [{ id: 'b'.repeat(64), pids: [1] }],
      orphaned: { processes: 1, residentBytes: 1e9, swapBytes: 1e9 },
      suspects: [],
      undecided: 0,
    },
  },
);

const timeout = { ...healthyEngine.probes.list, state: 'timeout', durationSeconds: 3, detail: 'late' } as const;
const refused = { ...timeout, state: 'refused' } as const;

/** Looks at hosts on which everything is wrong that a report can speak of: each alert is in one of them. */
export const sickLooks: readonly Look[] = [
  { snapshot: { ...healthySnapshot, host, engine }, diagnosis },
  {
    snapshot: { ...healthySnapshot, engine: { ...engine, probes: { ping: timeout, list: timeout, info: timeout } } },
    diagnosis,
  },
  {
    snapshot: {
      ...healthySnapshot,
      host: {
        ...healthyHost,
        daemons: { ...healthyHost.daemons, dockerd: { ...runningDaemon(), process: absent('') } },
      },
      engine: { ...engine, probes: { ping: refused, list: refused, info: refused } },
    },
    diagnosis,
  },
];
