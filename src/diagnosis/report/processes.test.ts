import { describe, expect, it } from 'vitest';
import {
  diagnosisOf,
  healthyDiagnosis,
  healthyHost,
  healthySnapshot,
  hostWithZombies,
  offender,
} from '../../../test/support/healthy.ts';
import { processTable } from '../../../test/support/process-table.ts';
import type { HostView } from '../../model/host.ts';
import { denied, ok } from '../../model/reading.ts';
import { judgeProcesses } from './processes.ts';

const judge = (host: HostView, diagnosis = healthyDiagnosis) => judgeProcesses({ ...healthySnapshot, host }, diagnosis);
const told = (findings: ReturnType<typeof judge>) => findings.map(({ alert, severity }) => `${severity} ${alert}`);

describe('DockerHostProcessesNearLimit', () => {
  const withThreads = (
    threads: number,
    limits = { pidMax: 1000 as number | undefined, threadsMax: undefined as number | undefined },
  ) => ({
    ...healthyHost,
    processes: ok(
      processTable([
        { pid: 1, threads: 1 },
        { pid: 2, threads: threads - 1 },
      ]),
    ),
    processLimits: ok(limits),
  });

  it.each([
    [799, []],
    [800, ['warning DockerHostProcessesNearLimit']],
    [949, ['warning DockerHostProcessesNearLimit']],
    [950, ['critical DockerHostProcessesNearLimit']],
  ])('%i threads of 1000', (threads, expected) => expect(told(judge(withThreads(threads)))).toEqual(expected));

  it('goes by the smaller limit, and names it', () => {
    const [finding] = judge(withThreads(450, { pidMax: 1000, threadsMax: 500 }));
    expect(finding?.summary).toBe('450 of the 500 threads that kernel.threads-max allows are there (90 %)');
  });

  it('says nothing without the limits or the processes', () => {
    expect(judge(withThreads(1e6, { pidMax: undefined, threadsMax: undefined }))).toEqual([]);
    expect(judge({ ...withThreads(1e6), processLimits: denied('EACCES') })).toEqual([]);
    expect(judge({ ...withThreads(1e6), processes: denied('EACCES') })).toEqual([]);
  });
});

describe('DockerHostZombies', () => {
  it.each([
    [99, 100, []],
    [100, 5000, ['warning DockerHostZombies']],
    [100, 1001, ['warning DockerHostZombies']],
    [100, 1000, ['critical DockerHostZombies']],
    [299, 5000, ['warning DockerHostZombies']],
    [300, 5000, ['critical DockerHostZombies']],
  ])('%i of %i processes', (zombies, processes, expected) => {
    expect(told(judge(hostWithZombies(zombies, processes)))).toEqual(expected);
  });

  it('says whose they are, most first, and who keeps most of them', () => {
    const zombieParents = { dockerd: 0, containerd: 0, shim: 5, container: 300, host: 10 };
    const parents = [offender('zombie_parent', { count: 3 }), offender('unkillable')];
    const findings = judge(hostWithZombies(315, 3020), diagnosisOf(parents, { zombieParents }));
    const finding = findings.find(({ alert }) => alert === 'DockerHostZombies');
    expect(finding?.summary).toBe(
      '315 zombies among 3,020 processes (10 %), children: 300 of processes in containers, 10 of other processes of the host and 5 of shims',
    );
    expect(finding?.culprits).toEqual([parents[0]]);
  });
});

describe('DockerHostNonReapingParent', () => {
  it('one for each parent with more than 10', () => {
    const parents = [11, 10, 400].map((count) => offender('zombie_parent', { count }));
    const findings = judge(healthyHost, diagnosisOf(parents));
    expect(told(findings)).toEqual(Array(2).fill('info DockerHostNonReapingParent'));
    expect(findings.map(({ culprits }) => culprits)).toEqual([[parents[0]], [parents[2]]]);
    expect(findings[0]?.summary).toBe('sleep in container web does not reap its 11 dead children');
  });

  it('several parents of the same name are judged one by one', () => {
    const parent = offender('zombie_parent', { count: 30, largest: 10 });
    expect(judge(healthyHost, diagnosisOf([parent]))).toEqual([]);
    const [finding] = judge(healthyHost, diagnosisOf([{ ...parent, largest: 11 }]));
    expect(finding?.summary).toContain('its 11 dead children');
  });

  it('on the host it is a service that has to be mended', () => {
    const parent = offender('zombie_parent', { count: 11, container: '', name: '', process: '' });
    const [finding] = judge(healthyHost, diagnosisOf([parent]));
    expect(finding?.summary).toBe('a process does not reap its 11 dead children');
    expect(finding?.next).not.toContain('--init');
  });
});

it('DockerHostUnkillableProcesses: from the first on', () => {
  expect(judge(healthyHost)).toEqual([]);
  const findings = judge(healthyHost, diagnosisOf([offender('unkillable')]));
  expect(told(findings)).toEqual(['warning DockerHostUnkillableProcesses']);
  expect(findings[0]?.summary).toBe('1 process is still there although SIGKILL is pending');
});
