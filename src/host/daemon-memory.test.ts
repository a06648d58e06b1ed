import { describe, expect, it } from 'vitest';
import type { CpuTime, DaemonProcess, ThreadTimes } from '../model/daemons.ts';
import { absent, denied, ok, type Reading } from '../model/reading.ts';
import { busiestThread, DaemonMemory } from './daemon-memory.ts';

const bootTime = 1_795_000_000;

const threads = (readAt: number, times: Readonly<Record<number, CpuTime>>): Reading<ThreadTimes> =>
  ok({ readAt, threads: new Map(Object.entries(times).map(([tid, time]) => [Number(tid), time])) });

function running(facts: Partial<DaemonProcess> = {}): Reading<DaemonProcess> {
  const nothing = absent('not in this test');
  return ok({
    pid: 800,
    startTicks: 6000,
    state: 'sleeping',
    threads: 2,
    residentBytes: 1,
    cpu: { user: 1, system: 1 },
    openFds: nothing,
    fdsByTarget: nothing,
    maxFds: nothing,
    threadTimes: nothing,
    ...facts,
  });
}

describe('restarts', () => {
  it('counts no restart at first sight, nor while it is the same process', () => {
    const memory = new DaemonMemory();
    expect(memory.update(running(), bootTime).restarts).toBe(0);
    expect(memory.changed).toBe(false);
    expect(memory.update(running(), bootTime).restarts).toBe(0);
    expect(memory.changed).toBe(false);
  });

  it('counts another pid, and the same pid with another start, once each', () => {
    const memory = new DaemonMemory();
    memory.update(running(), bootTime);
    expect(memory.update(running({ pid: 900 }), bootTime).restarts).toBe(1);
    expect(memory.changed).toBe(true);
    expect(memory.update(running({ pid: 900 }), bootTime).restarts).toBe(1);
    expect(memory.changed).toBe(false);
    expect(memory.update(running({ pid: 900, startTicks: 7000 }), bootTime).restarts).toBe(2);
    expect(memory.changed).toBe(true);
  });

  it.each([absent('gone'), denied('EACCES')])(
    'a daemon that was not seen for a while and is the same has not restarted ($kind)',
    (gap) => {
      const memory = new DaemonMemory();
      memory.update(running(), bootTime);
      const missing = memory.update(gap, bootTime);
      expect(missing).toEqual({ process: gap, startTime: undefined, restarts: 0, busiestThread: undefined });
      expect(memory.update(running(), bootTime)).toMatchObject({ restarts: 0, startTime: bootTime + 60 });
    },
  );

  it('a daemon that comes back as another process has, and forgets nothing in between', () => {
    const memory = new DaemonMemory();
    memory.update(running(), bootTime);
    memory.update(running({ pid: 801 }), bootTime);
    expect(memory.update(absent('gone'), bootTime).restarts).toBe(1);
    expect(memory.changed).toBe(false);
    expect(memory.update(running({ pid: 802 }), bootTime).restarts).toBe(2);
  });

  it('a daemon that starts after the exporter has not restarted', () => {
    const memory = new DaemonMemory();
    memory.update(absent('not yet'), bootTime);
    expect(memory.update(running(), bootTime).restarts).toBe(0);
  });
});

describe('start time', () => {
  it('is boot time plus ticks, and stays when the boot time wobbles or is not there', () => {
    const memory = new DaemonMemory();
    const seen = [bootTime, bootTime + 1, bootTime - 3600, undefined, bootTime].map(
      (boot) => memory.update(running(), boot).startTime,
    );
    expect(new Set(seen)).toEqual(new Set([bootTime + 60]));
  });

  it('comes as soon as the boot time is known', () => {
    const memory = new DaemonMemory();
    expect(memory.update(running(), undefined).startTime).toBeUndefined();
    expect(memory.update(running(), bootTime).startTime).toBe(bootTime + 60);
  });

  it('is another one for another process', () => {
    const memory = new DaemonMemory();
    memory.update(running(), bootTime);
    expect(memory.update(running({ pid: 801, startTicks: 100_00 }), bootTime + 5).startTime).toBe(bootTime + 105);
    expect(memory.update(running({ pid: 802 }), undefined).startTime).toBeUndefined();
  });
});

describe('the busiest thread', () => {
  const at = (readAt: number, times: Readonly<Record<number, CpuTime>>, pid = 800) =>
    running({ pid, threadTimes: threads(readAt, times) });

  it('needs two readings that are 5 s apart, and compares with the one that is old enough', () => {
    const memory = new DaemonMemory();
    const busiest = (readAt: number, user: number) =>
      memory.update(at(readAt, { 1: { user, system: 0 } }), bootTime).busiestThread;
    expect(busiest(100, 0)).toBeUndefined();
    expect(busiest(104.9, 4)).toBeUndefined();
    expect(busiest(105, 5)).toEqual({ user: 1, system: 0 });
    expect(busiest(109, 5)).toEqual({ user: 1, system: 0 }); // too soon: the one before stands
    expect(busiest(115, 7.5)).toEqual({ user: 0.25, system: 0 });
  });

  it('is forgotten with the process', () => {
    const memory = new DaemonMemory();
    memory.update(at(100, { 1: { user: 0, system: 0 } }), bootTime);
    memory.update(at(110, { 1: { user: 5, system: 0 } }), bootTime);
    expect(memory.update(at(120, { 1: { user: 0, system: 0 } }, 801), bootTime).busiestThread).toBeUndefined();
    expect(memory.update(at(130, { 1: { user: 1, system: 0 } }, 801), bootTime).busiestThread).toEqual({
      user: 0.1,
      system: 0,
    });
  });

  it('stands while the threads cannot be read', () => {
    const memory = new DaemonMemory();
    memory.update(at(100, { 1: { user: 0, system: 0 } }), bootTime);
    memory.update(at(110, { 1: { user: 5, system: 0 } }), bootTime);
    const unread = memory.update(running({ threadTimes: denied('EACCES') }), bootTime);
    expect(unread.busiestThread).toEqual({ user: 0.5, system: 0 });
  });

  it('is the one that took most in both modes together, new ones and none at all included', () => {
    const compare = (before: Readonly<Record<number, CpuTime>>, now: Readonly<Record<number, CpuTime>>) => {
      const [one, other] = [threads(0, before), threads(10, now)];
      if (one.kind !== 'ok' || other.kind !== 'ok') throw new Error('readings of a test are good');
      return busiestThread(one.value, other.value, 10);
    };
    const idle = { user: 3, system: 3 };
    expect(compare({ 1: idle, 2: idle }, { 1: { user: 8, system: 3 }, 2: { user: 6, system: 6 } })).toEqual({
      user: 0.3,
      system: 0.3,
    });
    expect(compare({ 1: idle }, { 1: idle, 7: { user: 9, system: 1 } })).toEqual({ user: 0.9, system: 0.1 });
    expect(compare({ 1: idle }, {})).toEqual({ user: 0, system: 0 });
    expect(compare({ 1: idle }, { 1: { user: 0, system: 0 } })).toEqual({ user: 0, system: 0 }); // a tid came back
  });
});
