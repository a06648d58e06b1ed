import { join } from 'node:path';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Log } from '../../src/model/log.ts';
import { Deadline } from '../../src/sources/deadline.ts';
import { HostReader } from '../../src/sources/procfs/host-reader.ts';
import { type ReadingKey, readingKeys } from '../../src/sources/procfs/readings.ts';
import { withoutDocker } from '../hosts/without-docker.ts';
import { type HangingFile, hangAt } from './fifo.ts';
import { buildFixtureHost, type FixtureHost } from './fixture-host.ts';

/** Milliseconds that nothing takes on a machine however busy; a read that hangs would never end. */
export const never = 20_000;
/** A call is given up after a third of it. */
const deadlineSeconds = 1.2;
const request = { pidfile: '/run/docker.pid', dataRoot: '/', sysctls: ['fs.may_detach_mounts'] };

/**
 * Gives each test of a file a small healthy host whose files can be made to hang, and a reader that has
 * read it once. Whatever hangs is let go after the test: a thread in the kernel would keep vitest alive.
 */
export function useReadingHost() {
  let host: FixtureHost;
  let reader: HostReader;
  let hanging: HangingFile[] = [];
  const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() } satisfies Log;

  const read = async (seconds = deadlineSeconds) => {
    const deadline = new Deadline(seconds);
    const { readings, durations } = await reader.read(request, deadline);
    deadline.clear();
    const keysOf = (kind: string): ReadingKey[] => readingKeys.filter((key) => readings[key].kind === kind);
    return { readings, durations, keysOf };
  };

  const hang = (path: string): HangingFile => {
    const file = hangAt(join(host.rootfs, path));
    hanging.push(file);
    return file;
  };

  const stuckPaths = () => reader.stuck.map(({ path }) => path.slice(host.rootfs.length + 1)).sort();

  /** Waits until so many threads have come back that only these paths are left. */
  const waitForStuck = (...paths: readonly string[]) => vi.waitFor(() => expect(stuckPaths()).toEqual(paths), never);

  /** Reads until so many calls hang; each read finds as many as its time allows. */
  const readUntilStuck = async (count: number): Promise<void> => {
    for (let round = 0; round < 10 && reader.stuck.length < count; round += 1) await read();
    expect(reader.stuck).toHaveLength(count);
  };

  beforeEach(async () => {
    vi.clearAllMocks();
    host = await buildFixtureHost(withoutDocker);
    const { procfs, sysfs, rootfs } = host;
    reader = new HostReader({ procfs, sysfs, rootfs }, log);
    await read(30); // the thread has loaded its code then
  }, never);

  afterEach(async () => {
    for (const file of hanging) file.release();
    hanging = [];
    await waitForStuck();
    await reader.close();
    await host.dispose();
  }, never);

  return { log, read, hang, stuckPaths, waitForStuck, readUntilStuck, reader: () => reader };
}
