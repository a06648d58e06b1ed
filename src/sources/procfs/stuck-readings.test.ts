import { describe, expect, it } from 'vitest';
import { withoutDockerFigures } from '../../../test/hosts/without-docker.ts';
import { never, useReadingHost } from '../../../test/support/reading-host.ts';
import { readingKeys } from './readings.ts';
import { mostStuckThreads } from './stuck-readings.ts';

const { read, hang, stuckPaths, waitForStuck, readUntilStuck } = useReadingHost();

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
    expect(stuckPaths()).toHaveLength(mostStuckThreads);
    for (const file of files) file.release();
    await waitForStuck();
    expect((await read()).keysOf('timeout')).toEqual([]);
  });
});
