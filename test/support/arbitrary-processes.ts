import fc, { type Arbitrary } from 'fast-check';
import { type CgroupCounts, type ContainerCgroups, type ContainerSwap, runtimes } from '../../src/model/containers.ts';
import type { Daemon, FdTarget } from '../../src/model/daemons.ts';
import { knownNames, type ProcessTable, processStates } from '../../src/model/processes.ts';
import { count, optional, reading, record, seconds, word } from './arbitrary-reading.ts';
import { type ProcessRow, processTable } from './process-table.ts';

/** Few of them, so that parents, children and containers meet. */
export const pid: Arbitrary<number> = fc.integer({ min: 1, max: 40 });

export const rows: Arbitrary<ProcessRow[]> = fc.uniqueArray(
  fc.record({
    pid,
    ppid: fc.oneof(pid, fc.constant(0)),
    state: fc.oneof(fc.constantFrom(...processStates), fc.constant('zombie' as const)),
    name: fc.constantFrom(...knownNames),
    flags: fc.constantFrom(0, 0x0020_8040),
    threads: fc.integer({ min: 0, max: 3 }),
    startTicks: count,
    residentPages: count,
    killPending: fc.boolean(),
  }),
  { selector: (row) => row.pid, maxLength: 30 },
);

const named = fc.tuple(rows, fc.array(word)).map(([all, names]) =>
  all.map((row, index): ProcessRow => {
    const comm = names[index];
    return comm === undefined ? row : { ...row, comm };
  }),
);

export const processes: Arbitrary<ProcessTable> = named.map(processTable);

export const containers: Arbitrary<ContainerCgroups> = fc.record({
  containers: fc.array(
    fc.record({
      id: word,
      runtime: fc.constantFrom(...runtimes),
      path: word,
      pids: fc.array(pid, { maxLength: 5 }),
      nested: fc.constant([]),
    }),
    { maxLength: 4 },
  ),
});

export const containerSwap: Arbitrary<ContainerSwap> = fc.record({
  bytesOf: fc.array(fc.tuple(pid, count), { maxLength: 10 }).map((bytes) => new Map(bytes)),
});

export const cgroupCounts: Arbitrary<CgroupCounts> = fc.record({ live: count, dying: optional(count) });

const cpu = fc.record({ user: seconds, system: seconds });
const limit = fc.oneof(count, fc.constant('unlimited' as const));

export const daemon = (targets: readonly FdTarget[]): Arbitrary<Daemon> =>
  fc.record({
    process: reading(
      fc.record({
        pid,
        startTicks: count,
        state: fc.constantFrom(...processStates),
        threads: count,
        residentBytes: count,
        cpu,
        openFds: reading(count),
        fdsByTarget: reading(record(targets, count)),
        maxFds: reading(fc.record({ soft: limit, hard: limit })),
        threadTimes: reading(
          fc.record({ readAt: seconds, threads: fc.array(fc.tuple(pid, cpu)).map((times) => new Map(times)) }),
        ),
      }),
    ),
    startTime: optional(seconds),
    restarts: count,
    busiestThread: optional(cpu),
  });
