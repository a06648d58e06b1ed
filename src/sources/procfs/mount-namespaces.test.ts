import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Mount, mountinfo } from '../../../test/support/mountinfo.ts';
import { kernelThreadFlags } from '../../../test/support/process.ts';
import { type ProcessRow, processTable } from '../../../test/support/process-table.ts';
import { hostFiles, unreadable } from '../../../test/support/temporary-tree.ts';
import type { Tree } from '../../../test/support/tree.ts';
import { MountNamespaceReader, type NamespaceBounds } from './mount-namespaces.ts';
import { Progress } from './progress.ts';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);
const key = (id: string): string => `docker-202:1-3019790-${id}`;
const mount = (id: string, at: string): Mount => ({
  id: 2,
  parent: 1,
  device: '253:3',
  at,
  type: 'ext4',
  source: `/dev/mapper/${key(id)}`,
});
const root = (id: string, mountPoint: string) => ({ driver: 'devicemapper', key: key(id), mountPoint });
const disk: Mount = { id: 1, parent: 0, device: '8:1', at: '/', type: 'ext4', source: '/dev/sda1' };
const hostLink = { link: 'mnt:[1]' };
const inSession = '0::/user.slice/user-0.slice/session-3.scope\n';

interface Facts {
  readonly namespace: number;
  readonly mounts?: readonly Mount[];
  readonly comm?: string;
  readonly cgroup?: string;
}

const process = (pid: number, { namespace, mounts, comm = 'sleep', cgroup = inSession }: Facts): Tree => ({
  [`proc/${pid}/ns/mnt`]: { link: `mnt:[${namespace}]` },
  [`proc/${pid}/comm`]: `${comm}\n`,
  [`proc/${pid}/cgroup`]: cgroup,
  ...(mounts === undefined ? {} : { [`proc/${pid}/mountinfo`]: mountinfo([disk, ...mounts]) }),
});

const roomy: NamespaceBounds = { namespaces: 1000, seconds: 60 };

/** A reader on a host with these files; process 1 is in namespace 1 unless they say otherwise. */
function host(tree: Tree, bounds = roomy, clock = () => 0) {
  const progress = new Progress();
  const files = hostFiles({ 'proc/1/ns/mnt': hostLink, ...tree }, progress);
  const reader = new MountNamespaceReader(clock, bounds);
  const look = (rows: readonly ProcessRow[], others: ReadonlySet<string> = new Set()) => {
    const before = progress.look().sequence;
    const reading = reader.read(files, processTable([{ pid: 1 }, ...rows]), others);
    return { reading, opened: progress.look().sequence - before };
  };
  const read = (...args: Parameters<typeof look>) => {
    const { reading } = look(...args);
    if (reading.kind !== 'ok') throw new Error(reading.detail);
    return { ...reading.value, missed: reading.missed ?? [] };
  };
  return { files, look, read };
}

const processes = (...pids: readonly number[]) => pids.map((pid) => ({ pid }));

describe('mount namespaces', () => {
  it('are those besides the host’s, and named with what they have of containers', () => {
    const { read } = host({
      ...process(10, { namespace: 1, mounts: [mount(a, '/host')] }),
      ...process(11, { namespace: 2, mounts: [mount(a, '/mnt/a'), mount(b, '/mnt/b')] }),
      ...process(12, { namespace: 3, mounts: [] }),
    });
    expect(read(processes(10, 11, 12))).toEqual({
      namespaces: [
        {
          id: 'mnt:[2]',
          holder: { pid: 11, comm: 'sleep', service: undefined, isExporter: false },
          roots: [root(a, '/mnt/a'), root(b, '/mnt/b')],
        },
      ],
      read: 2,
      skipped: 0,
      missed: [],
    });
  });

  it('are asked once, of the lowest pid', () => {
    const { look, read } = host({
      ...process(11, { namespace: 2, mounts: [mount(a, '/mnt/a')] }),
      ...process(12, { namespace: 2, mounts: [mount(b, '/never')] }),
    });
    expect(read(processes(12, 11)).namespaces).toMatchObject([{ holder: { pid: 11 }, roots: [root(a, '/mnt/a')] }]);
    // links of process 1 and of ourselves, one mountinfo, one name; the links and the cgroup are known
    expect(look(processes(12, 11)).opened).toBe(4);
  });

  it('are seen as they are at each look', () => {
    const { files, read } = host(process(11, { namespace: 2, mounts: [mount(a, '/mnt/a')] }));
    read(processes(11));
    writeFileSync(files.proc('11/mountinfo'), mountinfo([disk, mount(b, '/mnt/b')]));
    writeFileSync(files.proc('11/comm'), 'backup\n');
    expect(read(processes(11)).namespaces).toMatchObject([{ holder: { comm: 'backup' }, roots: [root(b, '/mnt/b')] }]);
    expect(read([])).toMatchObject({ namespaces: [], read: 0 });
  });

  it('are asked of a kernel thread’s when process 1 is guarded', () => {
    const { read, look } = host({
      'proc/1/ns/mnt': 'no link, which readlink(2) refuses with EINVAL',
      'proc/2/ns/mnt': hostLink,
      ...process(10, { namespace: 1, mounts: [mount(a, '/host')] }),
      ...process(11, { namespace: 2, mounts: [mount(a, '/mnt/a')] }),
    });
    const kthreadd = { pid: 2, flags: kernelThreadFlags };
    expect(read([kthreadd, ...processes(10, 11)])).toMatchObject({
      namespaces: [{ id: 'mnt:[2]' }],
      read: 1,
      missed: [],
    });
    const detail = expect.stringMatching(/proc\/1\/ns\/mnt: EINVAL/);
    expect(look(processes(2, 10, 11)).reading).toEqual({ kind: 'denied', detail }); // pid 2 is a process here
    expect(look(processes(10, 11)).reading).toEqual({ kind: 'denied', detail });
  });

  it('are absent without such links, as before Linux 3.8', () => {
    const files = hostFiles({ 'proc/1/comm': 'init\n' });
    const reading = new MountNamespaceReader().read(files, processTable(processes(1, 10)), new Set());
    expect(reading).toEqual({ kind: 'absent', detail: expect.stringMatching(/1\/ns\/mnt: ENOENT/) });
  });

  it('are late when an earlier read of the host’s has not returned', () => {
    const { files, look } = host({});
    files.skip = new Set([files.proc('1/ns/mnt')]);
    expect(look([]).reading).toMatchObject({ kind: 'timeout' });
  });
});

describe('what counts as a container’s root', () => {
  const inContainer = `0::/system.slice/docker-${a}.scope\n`;

  it.each<[string, string, readonly unknown[]]>([
    ['a container that lives: not its own root', inContainer, [root(b, '/mnt/b')]],
    ['a pod', `0::/kubepods.slice/cri-containerd-${a}.scope\n`, [root(b, '/mnt/b')]],
    ['a process that has entered a container', inSession, [root(a, '/'), root(b, '/mnt/b')]],
    ['a process whose cgroup makes no sense', 'x', [root(b, '/mnt/b')]],
  ])('in %s', (_, cgroup, roots) => {
    const tree = process(11, { namespace: 2, cgroup });
    const { read } = host({
      ...tree,
      'proc/11/mountinfo': mountinfo([mount(a, '/'), mount(a, '/etc/x'), mount(b, '/mnt/b')]),
    });
    expect(read(processes(11)).namespaces).toMatchObject([{ roots }]);
  });

  it('is not what belongs to somebody else', () => {
    const { read } = host(process(11, { namespace: 2, mounts: [mount(a, '/mnt/a')] }));
    expect(read(processes(11), new Set([key(a)]))).toMatchObject({ namespaces: [], read: 1, missed: [] });
  });
});

describe('the holder', () => {
  const mounts = [mount(a, '/mnt/a')];
  const holderIn = (facts: Partial<Facts>, tree: Tree = {}) =>
    host({ ...process(11, { namespace: 2, mounts, ...facts }), ...tree }).read(processes(11)).namespaces[0]?.holder;

  it.each([
    ['0::/system.slice/cron.service\n', 'cron.service'],
    ['0::/system.slice/docker.service/docker/x\n', 'docker.service'],
    [`0::/system.slice/docker.service/docker/${a}\n`, undefined],
    [inSession, undefined],
  ])('is in the service of %j', (cgroup, service) => {
    expect(holderIn({ cgroup })).toMatchObject({ service });
  });

  it('has a name fit for a terminal, and none when it has ended', () => {
    expect(holderIn({ comm: '\u001b[31mevil and long' })).toMatchObject({ comm: '?[31mevil and l' });
    const { files, read } = host(process(11, { namespace: 2, mounts }));
    rmSync(files.proc('11/comm'));
    expect(read(processes(11)).namespaces).toMatchObject([{ holder: { comm: '' } }]);
  });

  it('is this exporter in the namespace that it lives in, unless that is the host’s', () => {
    expect(holderIn({}, { 'proc/self/ns/mnt': { link: 'mnt:[2]' } })).toMatchObject({ isExporter: true });
    expect(holderIn({}, { 'proc/self/ns/mnt': { link: 'mnt:[3]' } })).toMatchObject({ isExporter: false });
    expect(holderIn({}, { 'proc/self/ns/mnt': hostLink })).toMatchObject({ isExporter: false });
  });

  it('has its service read once, and again when the pid is another process', () => {
    const { files, read } = host(process(11, { namespace: 2, mounts, cgroup: '0::/system.slice/a.service\n' }));
    const serviceOf = (startTicks: number) => read([{ pid: 11, startTicks }]).namespaces[0]?.holder.service;
    expect(serviceOf(1)).toBe('a.service');
    writeFileSync(files.proc('11/cgroup'), '0::/system.slice/b.service\n');
    expect(serviceOf(1)).toBe('a.service');
    expect(serviceOf(2)).toBe('b.service');
  });
});

describe('a process that cannot be asked', () => {
  const mounts = [mount(a, '/mnt/a')];
  const asked = { namespace: 2, mounts };
  const silent = { namespace: 2 };

  it('is passed over: two that have ended', () => {
    const tree = { ...process(10, silent), ...process(11, silent), ...process(12, asked) };
    expect(host(tree).read(processes(10, 11, 12))).toMatchObject({ namespaces: [{ holder: { pid: 12 } }], missed: [] });
  });

  it('is passed over: a zombie since the table was read', () => {
    const { files, read } = host({ ...process(10, asked), ...process(11, asked) });
    const readText = files.readText.bind(files);
    files.readText = (path) =>
      path.endsWith('10/mountinfo') ? { kind: 'denied', detail: `${path}: EINVAL` } : readText(path);
    expect(read(processes(10, 11))).toMatchObject({ namespaces: [{ holder: { pid: 11 } }], read: 1, missed: [] });
    expect(read(processes(10))).toMatchObject({ namespaces: [], read: 0, skipped: 0, missed: [] }); // it was the last
  });

  it('is passed over, three times at most', () => {
    const tree = { ...process(10, silent), ...process(11, silent), ...process(12, silent), ...process(13, asked) };
    const { missed, ...counts } = host(tree).read(processes(10, 11, 12, 13));
    expect(counts).toEqual({ namespaces: [], read: 0, skipped: 0 });
    expect(missed).toEqual(['mnt:[2]: 3 of its 4 processes were asked for their mounts and had ended']);
  });

  it('is passed over when it may not be, and told when none may be', () => {
    const refused = { ...process(10, silent), 'proc/10/mountinfo': unreadable('mountinfo') };
    const { read } = host({ ...refused, ...process(11, asked) });
    expect(read(processes(10, 11))).toMatchObject({ namespaces: [{ holder: { pid: 11 } }], missed: [] });
    expect(read(processes(10))).toMatchObject({
      read: 0,
      skipped: 0,
      missed: [expect.stringMatching(/10\/mountinfo: ELOOP/)],
    });
  });

  it('ends the asking when it makes no sense, or hangs', () => {
    const { files, read } = host({ ...process(10, silent), 'proc/10/mountinfo': 'rubbish', ...process(11, asked) });
    expect(read(processes(10, 11)).missed).toEqual([expect.stringMatching(/10\/mountinfo: expected .*rubbish/)]);
    files.skip = new Set([files.proc('10/mountinfo')]);
    expect(read(processes(10, 11)).missed).toEqual([expect.stringMatching(/10\/mountinfo: an earlier read/)]);
  });

  it('is told once for all whose links may not be read', () => {
    const { files, read } = host(process(14, asked));
    const readLink = files.readLink.bind(files);
    files.readLink = (path) =>
      /\/1[0-3]\/ns/.test(path) ? { kind: 'denied', detail: `${path}: EACCES` } : readLink(path);
    const { namespaces, missed } = read(processes(10, 11, 12, 13, 14));
    expect(namespaces).toMatchObject([{ holder: { pid: 14 } }]);
    expect(missed).toEqual([expect.stringMatching(/proc\/10\/ns\/mnt: EACCES \(and so of 4 processes\)$/)]);
  });
});

describe('more than one pass can look into', () => {
  const pids = [10, 11, 12, 13, 14, 15, 16];
  const tree = Object.assign({}, ...pids.map((pid) => process(pid, { namespace: pid, mounts: [mount(a, '/mnt')] })));
  const looked = ({ namespaces }: { namespaces: readonly { holder: { pid: number } }[] }) =>
    namespaces.map(({ holder }) => holder.pid);

  it('are looked into in turn, by number, and what was read of the others serves meanwhile', () => {
    const { read } = host(tree, { namespaces: 3, seconds: 60 });
    const [first, second, third] = [1, 2, 3].map(() => read(processes(...pids)));
    expect(first).toMatchObject({ read: 3, skipped: 4 });
    expect(first?.missed).toEqual(['4 of 7 mount namespaces were not looked into: at most 3 in 60 s each time']);
    expect(first && looked(first)).toEqual([10, 11, 12]);
    expect(second).toMatchObject({ read: 6, skipped: 1 });
    expect(second && looked(second)).toEqual([10, 11, 12, 13, 14, 15]);
    expect(third).toMatchObject({ read: 7, skipped: 0, missed: [] });
    expect(third && looked(third)).toEqual(pids);
  });

  it('serve for five minutes', () => {
    let now = 0;
    const { read } = host(tree, { namespaces: 1, seconds: 60 }, () => now);
    read(processes(10, 11));
    now = 300;
    expect(looked(read(processes(10, 11)))).toEqual([10, 11]);
    now = 601;
    const late = read(processes(10, 11));
    expect(late).toMatchObject({ read: 1, skipped: 1 });
    expect(looked(late)).toEqual([10]);
  });

  it('are looked into in turn, those that fail too', () => {
    const gone = { ...tree, 'proc/10/mountinfo': 'rubbish' };
    const { read } = host(gone, { namespaces: 4, seconds: 60 });
    expect(looked(read(processes(...pids)))).toEqual([11, 12, 13]);
    const second = read(processes(...pids)); // the other three, and 10 again
    expect(looked(second)).toEqual([11, 12, 13, 14, 15, 16]);
    expect(second.missed).toEqual([expect.stringMatching(/10\/mountinfo: expected/)]);
  });

  it('are looked into for as long as there is time, and one at least', () => {
    let now = 0;
    let step = 0;
    const clock = () => {
      now += step;
      return now;
    };
    const { read } = host(tree, { namespaces: 1000, seconds: 0.5 }, clock);
    read(processes(...pids)); // knows the links then, and all of them
    now = 400;
    step = 0.2;
    const each = Array.from({ length: pids.length }, () => read(processes(...pids)));
    for (const { skipped, missed } of each) {
      const text = `${skipped} of 7 mount namespaces were not looked into: at most 1000 in 0.5 s each time`;
      expect(missed).toEqual(skipped === 0 ? [] : [text]);
    }
    const numbers = each.map(({ read: number }) => number);
    expect(numbers[0]).toBeGreaterThan(0);
    expect(numbers[0]).toBeLessThan(4);
    expect(numbers).toEqual([...numbers].sort((x, y) => x - y));
    expect(numbers.at(-1)).toBe(7);
  });

  it('says so of processes whose links there was no time for', () => {
    let now = 0;
    const { read } = host(tree, { namespaces: 1000, seconds: 0.5 }, () => {
      now += 0.06;
      return now;
    });
    const { missed } = read(processes(...pids));
    expect(missed[0]).toMatch(/^the mount namespaces of [1-6] of 7 processes were not looked at: out of time$/);
  });
});
