import type { CpuTime, DaemonProcess, FileLimits, ThreadTimes } from '../../model/daemons.ts';
import { type ProcessIdentity, processStates } from '../../model/processes.ts';
import { absent, malformed, ok, type Reading } from '../../model/reading.ts';
import { parseMaxOpenFiles } from '../../parse/limits.ts';
import { emptyPidStat, type PidStat, parsePidStat } from '../../parse/pid-stat.ts';
import { readDescriptors } from './daemon-fds.ts';
import type { HostFiles } from './host-files.ts';
import { readParsed } from './read-parsed.ts';

/** `USER_HZ`: 100 on every architecture that Node.js runs on. */
export const ticksPerSecond = 100;
/** A daemon with more threads than this is not looked at thread by thread. */
const mostThreads = 4096;

const stat = emptyPidStat();

/** What `/proc/PID` says about one daemon, from small files that never wait for the process itself. */
export function readDaemonProcess(
  files: HostFiles,
  identity: ProcessIdentity,
  dataRoot: string,
  pageBytes: number,
): Reading<DaemonProcess> {
  const directory = files.proc(String(identity.pid));
  const own = readStat(files, `${directory}/stat`, stat);
  if (own.kind !== 'ok') return own;
  if (stat.startTicks !== identity.startTicks) return absent(`${directory}: the process ended and its pid was reused`);
  const facts = {
    pid: identity.pid,
    startTicks: stat.startTicks,
    state: processStates[stat.state] ?? 'other',
    threads: stat.threads,
    residentBytes: stat.residentPages * pageBytes,
    cpu: cpuOf(stat),
  };
  const maxFds: Reading<FileLimits> = readParsed(files, `${directory}/limits`, parseMaxOpenFiles);
  return ok({
    ...facts,
    maxFds,
    ...readDescriptors(files, directory, dataRoot),
    threadTimes: readThreads(files, directory),
  });
}

function readThreads(files: HostFiles, directory: string): Reading<ThreadTimes> {
  const tasks = files.list(`${directory}/task`);
  if (tasks.kind !== 'ok') return tasks;
  const threads = new Map<number, CpuTime>();
  const missed: string[] = [];
  for (const task of tasks.value.slice(0, mostThreads)) {
    const thread = readStat(files, `${directory}/task/${task}/stat`, stat);
    if (thread.kind === 'ok') threads.set(stat.pid, cpuOf(stat));
    else if (thread.kind !== 'absent') missed.push(thread.detail);
  }
  if (tasks.value.length > mostThreads) missed.push(`${directory}/task: more than ${mostThreads} threads`);
  return ok({ readAt: performance.now() / 1000, threads }, missed);
}

function readStat(files: HostFiles, path: string, out: PidStat): Reading<true> {
  const length = files.attempt(path, () => files.readRecord(path));
  if (length.kind !== 'ok') return length;
  if (parsePidStat(files.buffer, length.value, out)) return ok(true);
  return malformed(`${path}: expected "pid (comm) state ppid …"`);
}

const cpuOf = ({ userTicks, systemTicks }: PidStat): CpuTime => ({
  user: userTicks / ticksPerSecond,
  system: systemTicks / ticksPerSecond,
});
