import { describe, expect, it } from 'vitest';
import {
  diagnosisOf,
  healthyEngine,
  healthyHost,
  healthySnapshot,
  offender,
  runningDaemon,
} from '../../../test/support/healthy.ts';
import { processTable } from '../../../test/support/process-table.ts';
import { type Judged, riskWith } from '../../../test/support/risk.ts';
import type { Daemon } from '../../model/daemons.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { ok } from '../../model/reading.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { judgeFreezing } from './freezing.ts';

const spinning = (system: number): Daemon => runningDaemon({}, { busiestThread: { user: 0.5, system } });
const withDaemon = (dockerd: Daemon): Snapshot => ({
  ...healthySnapshot,
  host: { ...healthyHost, daemons: { ...healthyHost.daemons, dockerd } },
});
const withHangingList: Snapshot = {
  ...healthySnapshot,
  engine: {
    ...healthyEngine,
    probes: { ...healthyEngine.probes, list: { ...healthyEngine.probes.list, state: 'timeout' } },
  },
};
const withLeader = (killPending: boolean): Snapshot => ({
  ...healthySnapshot,
  host: { ...healthyHost, processes: ok(processTable([{ pid: 7, state: 'zombie', threads: 2, killPending }])) },
});

const unkillable = diagnosisOf([offender('unkillable')]);
const leader = diagnosisOf([offender('zombie_leader')]);
const both = diagnosisOf([offender('unkillable'), offender('zombie_leader')]);
const none = diagnosisOf([]);

it.each<[string, Snapshot, Diagnosis, number]>([
  ['a list that hangs and an unkillable process', withHangingList, unkillable, 1],
  ['a list that hangs and a zombie leader', withHangingList, leader, 1],
  ['a daemon that spins in the kernel and an unkillable process', withDaemon(spinning(0.9)), unkillable, 1],
  ['one that is just short of spinning', withDaemon(spinning(0.89)), unkillable, 0],
  ['a zombie leader that is unkillable', withLeader(true), both, 1],
  ['a zombie leader, and something else that is unkillable', withLeader(false), both, 0],
  ['an unkillable process alone', healthySnapshot, unkillable, 0],
  ['a zombie leader alone', healthySnapshot, leader, 0],
  ['a list that hangs alone', withHangingList, none, 0],
  ['a daemon that spins alone', withDaemon(spinning(1)), none, 0],
])('%s', (_, snapshot, diagnosis, count) => {
  const findings = judgeFreezing(snapshot, diagnosis);
  expect(findings.map(({ alert, severity }) => [alert, severity])).toEqual(
    Array(count).fill(['DockerHostFreezing', 'critical']),
  );
  for (const { culprits } of findings) expect(culprits).toHaveLength(diagnosis.offenders.worst.length);
});

it('says both sides of it, the zombie leader first', () => {
  const [finding] = judgeFreezing({ ...withHangingList, host: withDaemon(spinning(0.97)).host }, both);
  expect(finding?.summary).toBe(
    '1 process that SIGKILL does not end and 1 zombie of which threads still run, while the Engine does not list containers and a thread of dockerd spins in the kernel (0.97 of a CPU)',
  );
  expect(finding?.culprits.map(({ kind }) => kind)).toEqual(['zombie_leader', 'unkillable']);
});

describe('what advisories say of it', () => {
  const explains = ['DockerHostFreezing'];
  const findingWith = (...verdicts: readonly Judged[]) =>
    judgeFreezing(withHangingList, { ...unkillable, risk: riskWith(...verdicts) })[0];
  const plain = judgeFreezing(withHangingList, unkillable)[0];

  it('that it is explained, and what helps', () => {
    const finding = findingWith([{ id: 'spin', explains, remedy: 'Update the kernel.' }, 'exposed']);
    expect(finding?.meaning).toBe(
      `${plain?.meaning} This host is exposed to spin, which would explain it; then only a restart of the host helps.`,
    );
    expect(finding?.next).toBe(`${plain?.next} For spin: Update the kernel.`);
  });

  it('that it may be', () => {
    const finding = findingWith([{ id: 'spin', explains }, 'possible'], [{ id: 'b', explains }, 'possible']);
    expect(finding?.meaning).toBe(
      `${plain?.meaning} This host is possibly exposed to spin and b, which would explain it; then only a restart of the host helps.`,
    );
    expect(finding?.next).toBe(`${plain?.next} For spin: Move to overlay2. For b: Move to overlay2.`);
  });

  it('both, the sure one first', () => {
    const finding = findingWith([{ id: 'a', explains }, 'possible'], [{ id: 'b', explains }, 'exposed']);
    expect(finding?.meaning).toMatch(/ exposed to b, which would explain .* possibly exposed to a, /);
  });

  it('that it cannot be told, and why', () => {
    const finding = findingWith([{ id: 'a', explains }, 'unknown'], [{ id: 'b', explains }, 'clear']);
    expect(finding?.meaning).toMatch(/ Whether a would explain it cannot be told: .+\.$/);
    expect(finding?.next).toBe(plain?.next);
  });

  it('nothing of what cannot be told where something else is exposed', () => {
    const finding = findingWith([{ id: 'a', explains }, 'unknown'], [{ id: 'b', explains }, 'exposed']);
    expect(finding?.meaning).not.toContain('cannot be told');
  });

  it.each<[string, readonly Judged[]]>([
    ['when all are clear', [[{ explains }, 'clear']]],
    [
      'when they explain something else',
      [
        [{ explains: ['DockerEngineHung'] }, 'exposed'],
        [{}, 'exposed'],
      ],
    ],
    ['when there are none', []],
  ])('nothing %s', (_, verdicts) => expect(findingWith(...verdicts)).toEqual(plain));
});
