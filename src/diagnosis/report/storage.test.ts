import { describe, expect, it } from 'vitest';
import { healthyDiagnosis, healthyEngine, healthyInfo, healthySnapshot } from '../../../test/support/healthy.ts';
import type { EngineInfo } from '../../model/engine.ts';
import { ok, timedOut } from '../../model/reading.ts';
import { judgeStorage } from './storage.ts';

const judge = (info: Partial<EngineInfo>) =>
  judgeStorage(
    { ...healthySnapshot, engine: { ...healthyEngine, info: ok({ ...healthyInfo, ...info }) } },
    healthyDiagnosis,
  );
const pool = (data: number, metadata: number, size = 1000) =>
  ok({
    data: { usedBytes: data, sizeBytes: size },
    metadata: { usedBytes: metadata, sizeBytes: size },
    deferredDeletedDevices: 0,
  });

describe('DockerThinPoolNearFull', () => {
  it.each([
    [799, 799, []],
    [800, 0, ['warning']],
    [0, 899, ['warning']],
    [900, 0, ['critical']],
    [0, 900, ['critical']],
  ])('data %i, metadata %i of 1000', (data, metadata, severities) => {
    const findings = judge({ pool: pool(data, metadata) });
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
    for (const { alert } of findings) expect(alert).toBe('DockerThinPoolNearFull');
  });

  it('says how much of what', () => {
    const [finding] = judge({ pool: pool(96 * 2 ** 30, 2 ** 20, 100 * 2 ** 30) });
    expect(finding?.summary).toBe(
      'the devicemapper thin pool has used 96 % of its data space (96 GiB of 100 GiB) and 0 % of its metadata space (1 MiB of 100 GiB)',
    );
  });

  it('says nothing of a pool of no size, and of one that nobody knows', () => {
    expect(judge({ pool: pool(1, 1, 0) })).toEqual([]);
    expect(judge({ pool: timedOut('late') })).toEqual([]);
  });
});

describe('DockerHostDeprecatedStorageDriver', () => {
  it.each(['aufs', 'overlay', 'devicemapper'])('%s', (driver) => {
    const findings = judge({ driver });
    expect(findings.map(({ alert, severity }) => [alert, severity])).toEqual([
      ['DockerHostDeprecatedStorageDriver', 'info'],
    ]);
    expect(findings[0]?.summary).not.toContain('loopback');
  });

  it('loopback is worse', () => {
    const storage = { ...healthyInfo.storage, loopback: true };
    expect(judge({ driver: 'devicemapper', storage })[0]?.summary).toContain('loopback files, which is worse');
  });

  it.each(['overlay2', 'btrfs', 'constructor', undefined])('%s is none', (driver) => {
    expect(judge({ driver })).toEqual([]);
  });
});

it('says nothing without /info', () => {
  const engine = { ...healthyEngine, info: timedOut('late') };
  expect(judgeStorage({ ...healthySnapshot, engine }, healthyDiagnosis)).toEqual([]);
});
