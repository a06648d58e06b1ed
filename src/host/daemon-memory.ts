import type { CpuTime, Daemon, DaemonProcess, ThreadTimes } from '../model/daemons.ts';
import { okValue, type Reading } from '../model/reading.ts';

/** A share of CPU is measured over at least this long: clock ticks are 10 ms. */
const shortestInterval = 5;
const ticksPerSecond = 100;

/**
 * What has to be remembered of one daemon from snapshot to snapshot: which process it was, when that
 * started, and how much CPU its threads had used.
 */
export class DaemonMemory {
  #process: { readonly pid: number; readonly startTicks: number; readonly startTime: number | undefined } | undefined;
  #restarts = 0;
  #threads: ThreadTimes | undefined;
  #busiest: CpuTime | undefined;

  /** True when the daemon of this update is another process than that of the one before. */
  changed = false;

  update(reading: Reading<DaemonProcess>, bootTime: number | undefined): Daemon {
    const process = okValue(reading);
    this.changed = false;
    if (process !== undefined) this.#see(process, bootTime);
    return {
      process: reading,
      startTime: process === undefined ? undefined : this.#process?.startTime,
      restarts: this.#restarts,
      busiestThread: process === undefined ? undefined : this.#busiest,
    };
  }

  #see(process: DaemonProcess, bootTime: number | undefined): void {
    const known = this.#process;
    const same = known !== undefined && known.pid === process.pid && known.startTicks === process.startTicks;
    if (!same) {
      if (known !== undefined) this.#restarts += 1;
      this.#threads = undefined;
      this.#busiest = undefined;
      this.changed = known !== undefined;
    }
    // boot time as the kernel tells it moves with the clock: the first word on a process is the last
    const startTime = (same ? known.startTime : undefined) ?? startTimeOf(process, bootTime);
    this.#process = { pid: process.pid, startTicks: process.startTicks, startTime };
    const threads = okValue(process.threadTimes);
    if (threads !== undefined) this.#compare(threads);
  }

  #compare(now: ThreadTimes): void {
    const before = this.#threads;
    if (before === undefined) {
      this.#threads = now;
      return;
    }
    const elapsed = now.readAt - before.readAt;
    if (elapsed < shortestInterval) return;
    this.#busiest = busiestThread(before, now, elapsed);
    this.#threads = now;
  }
}

const startTimeOf = (process: DaemonProcess, bootTime: number | undefined): number | undefined =>
  bootTime === undefined ? undefined : bootTime + process.startTicks / ticksPerSecond;

/** The thread that used the most CPU, as shares of one CPU; a thread that is new counts from its start. */
export function busiestThread(before: ThreadTimes, now: ThreadTimes, elapsed: number): CpuTime {
  let busiest: CpuTime = { user: 0, system: 0 };
  for (const [tid, time] of now.threads) {
    const earlier = before.threads.get(tid) ?? { user: 0, system: 0 };
    const user = Math.max(0, time.user - earlier.user) / elapsed;
    const system = Math.max(0, time.system - earlier.system) / elapsed;
    if (user + system > busiest.user + busiest.system) busiest = { user, system };
  }
  return busiest;
}
