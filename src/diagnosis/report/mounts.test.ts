import { expect, it } from 'vitest';
import { diagnosisOf, healthyDiagnosis, healthySnapshot, offender } from '../../../test/support/healthy.ts';
import { type HolderKind, holderKinds } from '../../model/diagnosis.ts';
import { judgeMounts } from './mounts.ts';

const heldBy = (held: Partial<Record<HolderKind, number>>) => ({
  byDriver: new Map([
    ['overlay2', Object.fromEntries(holderKinds.map((kind) => [kind, held[kind] ?? 0])) as Record<HolderKind, number>],
  ]),
});
const judge = (diagnosis = healthyDiagnosis) => judgeMounts(healthySnapshot, diagnosis);

it('nothing where nothing is', () => expect(judge()).toEqual([]));

it('does not speak of what has only just come up', () => {
  const mounts = { byDriver: new Map([['overlay2', { live: 1, lingering: 1 }]]) };
  expect(judge({ ...healthyDiagnosis, mounts, leaks: heldBy({ other: 1 }) })).toEqual([]);
});

it('lingering ones, from the first on', () => {
  const mount = offender('lingering_mount', { places: ['/mnt/keep'] });
  const [finding] = judge(diagnosisOf([mount]));
  expect(finding).toMatchObject({ alert: 'DockerHostLingeringMounts', severity: 'warning', culprits: [mount] });
  expect(finding?.summary).toBe('1 root file system of containers that do not run is still mounted on the host');
  expect(finding?.next).toMatch(/^First make sure that the Engine answers.*no container runs.*then `umount PLACE`/);
});

it('leaked ones, from the first on, with who holds them', () => {
  const holder = offender('mount_holder', { count: 3 });
  const leaks = heldBy({ systemd_service: 2, other: 1 });
  const [finding] = judge(diagnosisOf([holder], { leaks }));
  expect(finding).toMatchObject({ alert: 'DockerHostLeakedMounts', severity: 'warning', culprits: [holder] });
  expect(finding?.summary).toBe(
    '3 root file systems of containers that do not run are held in other mount namespaces: 2 by systemd services and 1 by other processes',
  );
  expect(finding?.next).not.toContain('exporter');
});

it('says so when the exporter itself is the holder', () => {
  const [finding] = judge(diagnosisOf([offender('mount_holder')], { leaks: heldBy({ exporter: 1 }) }));
  expect(finding?.next).toMatch(/^Restart this exporter and take the mount of `\/`/);
});

it.each(['dockerd', 'containerd', 'shim'] as const)(
  'held by %s: a restart of a daemon only with live-restore',
  (kind) => {
    const next = (held: Partial<Record<HolderKind, number>>) =>
      judge(diagnosisOf([offender('mount_holder')], { leaks: heldBy(held) }))[0]?.next;
    expect(next({ [kind]: 1 })).toContain('only off-peak and only with live-restore');
    expect(next({ [kind]: 1, exporter: 1 })).toMatch(/^Restart this exporter.*only with live-restore/);
    expect(next({ other: 1 })).not.toContain('live-restore');
  },
);
