import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withoutDocker, withoutDockerFigures } from '../../../test/hosts/without-docker.ts';
import { type HangingFile, hangAt } from '../../../test/support/fifo.ts';
import { buildFixtureHost, type FixtureHost } from '../../../test/support/fixture-host.ts';
import type { Log } from '../../model/log.ts';
import { Deadline } from '../deadline.ts';
import { HostReader } from './host-reader.ts';
import { type ReadingKey, readingKeys } from './readings.ts';
import { mostStuckThreads } from './stuck-readings.ts';

const request = { pidfile: '/run/docker.pid', dataRoot: '/' };
/** A call is given up after a third of it. */
const deadlineSeconds = 1.8;
/** For a machine however busy; a read that hangs would never end. */
const never = 20_000;

let host: FixtureHost;
let reader: HostReader;
let hanging: HangingFile[] = [];
const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() } satisfies Log;

beforeEach(async () => {
  vi.clearAllMocks();
  host = await buildFixtureHost(withoutDocker);
  const { procfs, sysfs, rootfs } = host;
  reader = new HostReader({ procfs, sysfs, rootfs }, log);
  await read(30); // the thread has loaded its code then
});

afterEach(async () => {
  for (const file of hanging) file.release();
  hanging = [];
  await vi.waitFor(() => expect(reader.stuck).toEqual([]), never);
  await reader.close();
  await host.dispose();
}, never);

function hang(path: string): HangingFile {
  const file = hangAt(join(host.rootfs, path));
  hanging.push(file);
  return file;
}

async function read(seconds = deadlineSeconds) {
  const deadline = new Deadline(seconds);
  const { readings, durations } = await reader.read(request, deadline);
  deadline.clear();
  const keysOf = (kind: string): ReadingKey[] => readingKeys.filter((key) => readings[key].kind === kind);
  return { readings, durations, keysOf };
}

const stuckPaths = () => reader.stuck.map(({ path }) => path.slice(host.rootfs.length + 1)).sort();

/** Reads until so many calls hang; each read finds as many as its time allows. */
async function readUntilStuck(count: number): Promise<void> {
  for (let round = 0; round < 10 && reader.stuck.length < count; round += 1) await read();
  expect(reader.stuck).toHaveLength(count);
}

it('reads a host on which nothing hangs', async () => {
  const { readings, keysOf, durations } = await read();
  expect(keysOf('timeout')).toEqual([]);
  expect(readings.processes).toMatchObject({ value: { count: withoutDockerFigures.processes } });
  expect(readings.memory).toMatchObject({ value: { sizeBytes: withoutDockerFigures.memory.total * 1024 } });
  expect(durations.get('processes')).toBeGreaterThan(0);
  expect(reader.stuck).toEqual([]);
});

describe('a file that hangs', () => {
  it('costs its own reading and no other, by the deadline', { timeout: never }, async () => {
    const before = await read();
    const { path } = hang('proc/meminfo');
    const { readings, keysOf } = await read();
    expect(keysOf('timeout')).toEqual(['memory']);
    expect(readings.memory).toMatchObject({ detail: expect.stringContaining(path) });
    expect(keysOf('ok')).toEqual(before.keysOf('ok').filter((key) => key !== 'memory'));
    expect(stuckPaths()).toEqual(['proc/meminfo']);
    expect(reader.stuck[0]?.since).toBeCloseTo(Date.now() / 1000, -2);
    expect(log.warn).toHaveBeenCalledExactlyOnceWith({ path }, expect.any(String));
  });

  it('is left alone by the next read', { timeout: never }, async () => {
    hang('proc/meminfo');
    await read();
    const [stuck] = reader.stuck;
    const { keysOf } = await read();
    expect(keysOf('timeout')).toEqual(['memory']);
    expect(reader.stuck).toEqual([stuck]); // no second thread was lost in it
  });

  it('is read again once it has come back', { timeout: never }, async () => {
    const file = hang('proc/meminfo');
    await read();
    file.release();
    await vi.waitFor(() => expect(reader.stuck).toEqual([]), never);
    expect(log.info).toHaveBeenCalledExactlyOnceWith(
      { path: file.path, seconds: expect.any(Number) },
      expect.any(String),
    );
    const { readings, keysOf } = await read();
    expect(keysOf('timeout')).toEqual([]);
    expect(readings.memory).toMatchObject({ value: { sizeBytes: withoutDockerFigures.memory.total * 1024 } });
  });

  it('does not hide another of another kind', { timeout: never }, async () => {
    hang('proc/meminfo');
    const mounts = hang('proc/1/mountinfo');
    await readUntilStuck(2);
    expect(stuckPaths()).toEqual(['proc/1/mountinfo', 'proc/meminfo']);
    expect((await read()).keysOf('timeout')).toEqual(['memory', 'mounts']);
    mounts.release();
    await vi.waitFor(() => expect(stuckPaths()).toEqual(['proc/meminfo']), never);
    expect((await read()).keysOf('timeout')).toEqual(['memory']);
  });
});

describe('one process that hangs', () => {
  it('is missed, and the others are read', { timeout: never }, async () => {
    hang('proc/700/stat');
    const { readings, keysOf } = await read();
    expect(keysOf('timeout')).toEqual([]);
    expect(readings.processes).toMatchObject({
      value: { count: withoutDockerFigures.processes - 1 },
      missed: [expect.stringMatching(/^timeout: .*\/700\/stat/)],
    });
  });

  it('and two more make that kind of file one to be left alone', { timeout: never }, async () => {
    for (const pid of [700, 701, 702]) hang(`proc/${pid}/stat`);
    await readUntilStuck(3);
    hang('proc/1/stat');
    const { readings, keysOf } = await read();
    expect(stuckPaths()).toEqual(['proc/700/stat', 'proc/701/stat', 'proc/702/stat']);
    expect(readings.processes).toMatchObject({ kind: 'timeout' });
    expect(keysOf('ok')).toEqual(expect.arrayContaining(['loadAverage', 'memory', 'mounts']));
  });
});

describe('more files that hang than threads may be lost', () => {
  const paths = [
    'proc/loadavg',
    'proc/meminfo',
    'proc/stat',
    'proc/version',
    'proc/sys/kernel/pid_max',
    'proc/sys/kernel/threads-max',
    'proc/1/mountinfo',
  ];

  it('end all reading, and nothing waits', { timeout: 2 * never }, async () => {
    const files = paths.map(hang);
    await readUntilStuck(mostStuckThreads);
    const { readings, keysOf } = await read(never / 1000); // far longer than it may take
    expect(keysOf('timeout')).toEqual(readingKeys);
    expect(readings.kernel).toMatchObject({ detail: expect.stringContaining('no answer in time') });
    expect(reader.stuck).toHaveLength(mostStuckThreads);
    for (const file of files) file.release();
    await vi.waitFor(() => expect(reader.stuck).toEqual([]), never);
    expect((await read()).keysOf('timeout')).toEqual([]);
  });
});

it('closes while nothing hangs', async () => {
  await reader.close();
  await reader.close();
});
