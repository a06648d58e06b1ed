import { describe, expect, it } from 'vitest';
import {
  diagnosisOf,
  engineWith,
  healthyDiagnosis,
  healthyHost,
  healthySnapshot,
  now,
  offender,
} from '../../../test/support/healthy.ts';
import type { ContainerState, ListedContainer } from '../../model/engine.ts';
import { ok, timedOut } from '../../model/reading.ts';
import { judgeContainers } from './containers.ts';

const told = (findings: ReturnType<typeof judgeContainers>) =>
  findings.map(({ alert, severity }) => `${severity} ${alert}`);
const orphaned = { processes: 5, residentBytes: 2 ** 30, swapBytes: undefined };
const nothing = { ghosts: [], orphans: [], orphaned, suspects: [], undecided: 0 };

it('ghosts and orphans: from the first on, with their offenders', () => {
  const id = 'ab'.repeat(32);
  const reconciliation = { ...nothing, ghosts: ['g'], orphans: [{ id, pids: [1] }] };
  const offenders = [offender('ghost'), offender('orphan')];
  const containers = ok({
    containers: [{ id, runtime: 'docker' as const, path: `/docker/${id}`, pids: [1], nested: [] }],
  });
  const snapshot = { ...healthySnapshot, host: { ...healthyHost, containers } };
  const findings = judgeContainers(snapshot, diagnosisOf(offenders, { reconciliation }));
  expect(told(findings)).toEqual(['warning DockerHostGhostContainers', 'warning DockerHostOrphanProcesses']);
  expect(findings.map(({ culprits }) => culprits)).toEqual(offenders.map((each) => [each]));
  expect(findings.map(({ summary }) => summary)).toEqual([
    'the Engine says that 1 container runs of which no process lives',
    '5 processes with 1 GiB of memory live in 1 container that the Engine does not know, or knows as not running',
  ]);
  expect(findings[0]?.next).toContain('`grep State /proc/101/status`');
  expect(findings[1]?.next).toContain(`(/docker/${id})`);
});

it('several orphans: no cgroup of one of them', () => {
  const ids = ['ab', 'cd'].map((digits) => digits.repeat(32));
  const containers = ok({
    containers: ids.map((id) => ({ id, runtime: 'docker' as const, path: `/docker/${id}`, pids: [1], nested: [] })),
  });
  const reconciliation = { ...nothing, orphans: ids.map((id) => ({ id, pids: [1] })) };
  const snapshot = { ...healthySnapshot, host: { ...healthyHost, containers } };
  const [finding] = judgeContainers(snapshot, { ...healthyDiagnosis, reconciliation });
  expect(finding?.next).toContain('/docker/ID)');
  expect(finding?.next).not.toContain('abab');
});

it.each([
  ['none', nothing],
  ['suspects only', { ...nothing, suspects: ['s'], undecided: 1 }],
  ['nobody knows', undefined],
])('ghosts and orphans: %s', (_, reconciliation) => {
  expect(judgeContainers(healthySnapshot, { ...healthyDiagnosis, reconciliation })).toEqual([]);
});

const listed = (state: ContainerState | 'other', ageSeconds = 10, name = 'old'): ListedContainer => ({
  id: 'f'.repeat(64),
  name,
  state,
  created: now - ageSeconds,
});
const judgeListed = (containers: readonly ListedContainer[]) =>
  judgeContainers({ ...healthySnapshot, engine: engineWith(containers) }, healthyDiagnosis);

describe('DockerHostExitedContainersPilingUp', () => {
  it.each([
    [200, []],
    [201, ['info DockerHostExitedContainersPilingUp']],
  ])('%i exited', (count, expected) => {
    const running = Array.from({ length: 300 }, () => listed('running', 1e9));
    expect(told(judgeListed([...running, ...Array.from({ length: count }, () => listed('exited'))]))).toEqual(expected);
  });
});

describe('DockerHostCleanupNotRunning', () => {
  const week = 7 * 86_400;
  it.each([
    ['exited', week, 0],
    ['exited', week + 1, 1],
    ['dead', week + 1, 1],
    ['created', week + 1, 1],
    ['running', week * 100, 0],
    ['removing', week * 100, 0],
    ['other', week * 100, 0],
    ['exited', now, 0], // created at 0: the Engine did not say when
  ] as const)('%s since %i s', (state, age, count) => {
    expect(judgeListed([listed('exited', 5), listed(state, age)])).toHaveLength(count);
  });

  it('names the oldest', () => {
    const findings = judgeListed([listed('exited', week * 2, 'young'), listed('created', week * 3, 'old')]);
    expect(told(findings)).toEqual(['info DockerHostCleanupNotRunning']);
    expect(findings[0]?.summary).toBe('the oldest container that is not in use, old (created), is 21 days old');
    expect(judgeListed([listed('exited', week * 2, '')])[0]?.summary).toContain('ffffffffffff (exited)');
  });
});

it('says nothing of containers without a list', () => {
  const engine = { ...engineWith([]), containers: timedOut('late') };
  expect(judgeContainers({ ...healthySnapshot, engine }, healthyDiagnosis)).toEqual([]);
  expect(judgeContainers({ ...healthySnapshot, engine: undefined }, healthyDiagnosis)).toEqual([]);
});
