import { describe, expect, it } from 'vitest';
import { healthyDiagnosis, healthyHost, healthySnapshot, runningDaemon } from '../../../test/support/healthy.ts';
import { type DaemonName, daemonNames, type FdTarget, fdTargets } from '../../model/daemons.ts';
import { absent, denied, ok } from '../../model/reading.ts';
import { judgeDaemons, targetText } from './daemon.ts';

const judge = (name: DaemonName, daemon: ReturnType<typeof runningDaemon>) =>
  judgeDaemons(
    { ...healthySnapshot, host: { ...healthyHost, daemons: { ...healthyHost.daemons, [name]: daemon } } },
    healthyDiagnosis,
  );

const withFds = (open: number, soft: number | 'unlimited') =>
  runningDaemon({ openFds: ok(open), maxFds: ok({ soft, hard: 4096 }) });

describe.each(daemonNames)('descriptors of %s', (name) => {
  it.each([
    [799, []],
    [800, ['warning']],
    [949, ['warning']],
    [950, ['critical']],
    [1000, ['critical']],
  ])('%i of 1000', (open, severities) => {
    const findings = judge(name, withFds(open, 1000));
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
    for (const { alert, summary } of findings) {
      expect(alert).toBe('DockerdFdsNearLimit');
      expect(summary).toContain(`${name} has ${open === 1000 ? '1,000' : open} of 1,000 file descriptors open`);
    }
  });

  it.each([
    ['no limit', withFds(1e6, 'unlimited')],
    ['a limit of nothing', withFds(1e6, 0)],
    ['a count that is denied', runningDaemon({ openFds: denied('EACCES') })],
    ['a limit that is denied', runningDaemon({ openFds: ok(1e6), maxFds: denied('EACCES') })],
    ['no daemon', { ...runningDaemon(), process: absent('none') }],
  ])('%s is no finding', (_, daemon) => expect(judge(name, daemon)).toEqual([]));
});

it('names what most of them are, and a limit that is not lower than the one there is', () => {
  const fdsByTarget = Object.fromEntries(fdTargets.map((target) => [target, 0])) as Record<FdTarget, number>;
  const full = { ...fdsByTarget, container_stdio: 88, socket: 20, pipe: 5, other: 40 };
  const openFds = ok(153);
  const [finding] = judge(
    'dockerd',
    runningDaemon({ openFds, maxFds: ok({ soft: 160, hard: 4096 }), fdsByTarget: ok(full) }),
  );
  expect(finding?.summary).toBe(
    'dockerd has 153 of 160 file descriptors open (95 %), most of them 88 output of containers, 40 others and 20 sockets',
  );
  expect(finding?.next).toContain('prlimit --pid 100 --nofile=320:4096');
  const [unlimited] = judge('dockerd', runningDaemon({ openFds, maxFds: ok({ soft: 160, hard: 'unlimited' }) }));
  expect(unlimited?.next).toContain('--nofile=320:unlimited');
});

it('counts one in the singular', () => {
  expect(fdTargets.map((target) => targetText(1, target)).join(', ')).toBe(
    '1 device-mapper device, 1 output of containers, 1 log of containers, 1 socket, 1 pipe, 1 epoll and the like, 1 deleted file, 1 file in the data root, 1 other, 1 not looked at',
  );
  expect(targetText(1021, 'pipe')).toBe('1,021 pipes');
});

describe('CPU', () => {
  it.each([
    [{ user: 0.5, system: 0.39 }, 0],
    [{ user: 0.5, system: 0.4 }, 1],
    [{ user: 0, system: 0.98 }, 1],
    [undefined, 0],
  ])('busiest thread %j', (busiestThread, count) => {
    const findings = judge('dockerd', runningDaemon({}, { busiestThread }));
    expect(findings.map(({ alert, severity }) => [alert, severity])).toEqual(
      Array(count).fill(['DockerdCpuSpin', 'warning']),
    );
  });

  it.each([
    [{ user: 0.7, system: 0.3 }, /without work to do, restart dockerd off-peak/],
    [{ user: 0.3, system: 0.7 }, /restart of dockerd does not end a thread that is stuck in the kernel/],
  ])('advice for %j', (busiestThread, advice) => {
    const [finding] = judge('dockerd', runningDaemon({}, { busiestThread }));
    expect(finding?.next).toMatch(advice);
    expect(finding?.next).toContain('/proc/100/task/TID/stack');
  });
});
