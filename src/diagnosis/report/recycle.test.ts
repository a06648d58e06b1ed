import { expect, it } from 'vitest';
import {
  diagnosisOf,
  healthyHost,
  healthySnapshot,
  hostWithZombies,
  offender,
  runningDaemon,
} from '../../../test/support/healthy.ts';
import type { HostView } from '../../model/host.ts';
import { ok } from '../../model/reading.ts';
import { judgeResidue } from './recycle.ts';

const orphaned = { processes: 1, residentBytes: 0, swapBytes: 0 };
const reconciliation = { ghosts: ['g'], orphans: [{ id: 'o', pids: [1] }], orphaned, suspects: [], undecided: 0 };
const withFds = (open: number): HostView => ({
  ...healthyHost,
  daemons: { dockerd: runningDaemon({ openFds: ok(open) }), containerd: runningDaemon({ openFds: ok(open) }) },
});
const judge = (host: HostView, diagnosis = diagnosisOf([])) => judgeResidue({ ...healthySnapshot, host }, diagnosis);

it('three kinds, and not two', () => {
  expect(judge(healthyHost, diagnosisOf([], { reconciliation }))).toEqual([]);
  const [finding] = judge(healthyHost, diagnosisOf([offender('lingering_mount')], { reconciliation }));
  expect(finding).toMatchObject({ alert: 'DockerHostNeedsRecycle', severity: 'warning' });
  expect(finding?.summary).toBe('3 kinds of residue at once: 1 ghost, 1 orphaned container and 1 lingering mount');
});

it.each([
  ['19 zombies', hostWithZombies(19, 1000), 0],
  ['20 zombies', hostWithZombies(20, 1000), 1],
  ['69 % of the descriptors', withFds(699), 0],
  ['70 % of the descriptors of both daemons', withFds(700), 1],
])('%s count so much on top of two kinds', (_, host, count) => {
  expect(judge(host, diagnosisOf([], { reconciliation }))).toHaveLength(count);
});

it('both daemons are one kind', () => {
  expect(judge(withFds(900), diagnosisOf([offender('unkillable')]))).toEqual([]);
  const all = diagnosisOf([offender('unkillable'), offender('mount_holder')]);
  expect(judge(withFds(900), all)[0]?.summary).toBe(
    '3 kinds of residue at once: 1 that SIGKILL does not end, 1 leaked mount and 90 % of the file descriptors of dockerd',
  );
});
