import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeTree } from '../../../test/support/tree.ts';
import { okValue } from '../../model/reading.ts';
import { readContainersByProcess } from './cgroup-by-process.ts';
import { HostFiles } from './host-files.ts';
import { readProcessTable } from './process-table.ts';

const outer = 'a'.repeat(64);
const inner = 'b'.repeat(64);
const pod = 'c'.repeat(64);
const tail = `${' 0'.repeat(20)}\n`;
const user = (pid: number) => `${pid} (sleep) S 1 1 1 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 1 0 100 0 1${tail}`;
const kernel = (pid: number) => `${pid} (kthreadd) S 0 0 0 0 -1 2129984 0 0 0 0 0 0 0 0 20 0 1 0 1 0 0${tail}`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cgroups-'));
});
afterEach(() => rmSync(root, { recursive: true }));

async function read(tree: Record<string, string>) {
  await writeTree(root, tree);
  const files = new HostFiles({ procfs: root, sysfs: '/nonexistent', rootfs: '/' });
  const table = okValue(readProcessTable(files, 4096));
  if (table === undefined) throw new Error('no process table');
  return readContainersByProcess(files, table);
}

describe('readContainersByProcess', () => {
  it('groups processes by container, nested ones apart, kernel threads unasked', async () => {
    const containers = await read({
      '1/stat': user(1),
      '1/cgroup': '0::/init.scope\n',
      '2/stat': kernel(2), // has no cgroup file here: asking would not be noticed, but it has no container
      '10/stat': user(10),
      '10/cgroup': `0::/system.slice/docker-${outer}.scope/init\n`,
      '11/stat': user(11),
      '11/cgroup': `0::/system.slice/docker-${outer}.scope/docker/${inner}\n`,
      '12/stat': user(12),
      '12/cgroup': `0::/kubepods/pod1/${pod}\n`,
    });
    const path = `/system.slice/docker-${outer}.scope`;
    expect(okValue(containers)?.containers).toEqual([
      {
        id: outer,
        runtime: 'docker',
        path,
        pids: [10],
        nested: [{ id: inner, runtime: 'docker', path: `${path}/docker/${inner}`, pids: [11], nested: [] }],
      },
      { id: pod, runtime: 'kubernetes', path: `/kubepods/pod1/${pod}`, pids: [12], nested: [] },
    ]);
  });

  it('is absent on a kernel without cgroups', async () => {
    expect((await read({ '1/stat': user(1) })).kind).toBe('absent');
  });

  it('names what makes no sense', async () => {
    const containers = await read({ '1/stat': user(1), '1/cgroup': 'rubbish\n' });
    expect(containers).toMatchObject({ kind: 'ok', missed: [expect.stringContaining('/1/cgroup: expected')] });
  });
});
