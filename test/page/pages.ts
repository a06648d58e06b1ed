import type { Diagnosis } from '../../src/model/diagnosis.ts';
import type { EngineInfo } from '../../src/model/engine.ts';
import type { HostView } from '../../src/model/host.ts';
import { ok } from '../../src/model/reading.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { pageOf } from '../../src/page/page.ts';
import type { About } from '../../src/page/view.ts';
import { healthyDiagnosis, healthyEngine, healthyHost, healthyInfo, healthySnapshot } from '../support/healthy.ts';

export const about: About = {
  host: 'docker-7',
  version: '1.2.3',
  telemetryPath: '/metrics',
  runbooks: new Set(['DockerHostZombies']),
  refreshSeconds: 15,
};

/** The page of a look. */
export const pageAt = (snapshot: Snapshot = healthySnapshot, diagnosis: Diagnosis = healthyDiagnosis): string =>
  pageOf({ snapshot, diagnosis }, about);

/** The page of a healthy host with these differences. */
export const pageWith = (host: Partial<HostView>, diagnosis?: Diagnosis): string =>
  pageAt({ ...healthySnapshot, host: { ...healthyHost, ...host } }, diagnosis);

/** A healthy Engine that says this of itself. */
export const engineSaying = (info: Partial<EngineInfo>) => ({
  ...healthyEngine,
  info: ok({ ...healthyInfo, ...info }),
});
