import type { EngineInfo, PoolSpace } from '../../model/engine.ts';
import { okValue } from '../../model/reading.ts';
import { thresholds } from '../thresholds.ts';
import { type AlertFinding, type Judge, severityOf } from './finding.ts';
import { bytes, list, percent } from './words.ts';

/** What lies below the containers' file systems. */
export const judgeStorage: Judge = ({ engine }) => {
  const info = engine && okValue(engine.info);
  return info === undefined ? [] : [...thinPoolNearFull(info), ...deprecatedDriver(info)];
};

const ratioOf = ({ usedBytes, sizeBytes }: PoolSpace): number => (sizeBytes > 0 ? usedBytes / sizeBytes : 0);

function thinPoolNearFull(info: EngineInfo): readonly AlertFinding[] {
  const pool = okValue(info.pool);
  if (pool === undefined) return [];
  const severity = severityOf(Math.max(ratioOf(pool.data), ratioOf(pool.metadata)), thresholds.thinPool);
  if (severity === undefined) return [];
  const spaces = (['data', 'metadata'] as const).map(
    (space) =>
      `${percent(ratioOf(pool[space]))} of its ${space} space (${bytes(pool[space].usedBytes)} of ${bytes(pool[space].sizeBytes)})`,
  );
  return [
    {
      alert: 'DockerThinPoolNearFull',
      severity,
      summary: `the devicemapper thin pool has used ${list(spaces)}`,
      culprits: [],
      meaning:
        'Short of space the Engine refuses new containers and images, by default with 90 % in use; a full pool makes writes in all containers fail or hang.',
      next: 'Extend the pool (with LVM: `lvs -a`, then `lvextend` its data or metadata volume), or remove images and containers by name that nobody needs.',
    },
  ];
}

const deprecatedDrivers: Readonly<Record<string, string>> = {
  aufs: 'which Docker 24 removed',
  overlay: 'which Docker 24 removed',
  devicemapper: 'which Docker 25 removed',
};

function deprecatedDriver({ driver = '', storage }: EngineInfo): readonly AlertFinding[] {
  const fate = Object.hasOwn(deprecatedDrivers, driver) ? deprecatedDrivers[driver] : undefined;
  if (fate === undefined) return [];
  const loopback = driver === 'devicemapper' && storage.loopback === true;
  return [
    {
      alert: 'DockerHostDeprecatedStorageDriver',
      severity: 'info',
      summary: `the storage driver is ${driver}, ${fate}${loopback ? '; it runs on loopback files, which is worse: slow, and never meant for production' : ''}`,
      culprits: [],
      meaning:
        'Its known faults are not mended any more, and an upgrade of Docker leaves its containers and images behind.',
      next: 'Plan the move to overlay2 on a fresh host: a change of the driver in place hides all containers and images that are there.',
    },
  ];
}
