import { rememberEngine } from '../../src/diagnosis/engine-word.ts';
import { factsOfHost } from '../../src/diagnosis/facts.ts';
import type { EngineView } from '../../src/model/engine.ts';
import type { HostFacts } from '../../src/model/facts.ts';
import type { HostView } from '../../src/model/host.ts';
import { ok } from '../../src/model/reading.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { healthyEngine, healthyHost, healthySnapshot, now } from './healthy.ts';

export const versions = { version: '20.10.24', apiVersion: '1.41', containerdVersion: '1.6.20', runcVersion: '1.1.5' };
export const answering: EngineView = { ...healthyEngine, version: ok(versions) };

/** The facts of a host that is looked at, for the first time without those before. */
export function factsOf(
  host: Partial<HostView> = {},
  engine: EngineView | undefined = answering,
  takenAt = now,
  past?: HostFacts,
) {
  const snapshot: Snapshot = { ...healthySnapshot, takenAt, host: { ...healthyHost, ...host }, engine };
  return factsOfHost(snapshot, { engineWord: rememberEngine(snapshot, undefined) }, past);
}
