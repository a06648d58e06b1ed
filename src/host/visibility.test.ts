import { describe, expect, it } from 'vitest';
import { processTable } from '../../test/support/process-table.ts';
import { failedEngine, failedHost } from '../../test/support/snapshots.ts';
import type { Daemon, DaemonProcess } from '../model/daemons.ts';
import type { EngineView, ProbeState } from '../model/engine.ts';
import type { HostView } from '../model/host.ts';
import { absent, denied, malformed, ok, timedOut } from '../model/reading.ts';
import { judgeVisibility } from './visibility.ts';

const kernelThread = 0x0020_0000;
const nothing = absent('not in this test');
const emptyMounts = ok({ roots: [], ownRoot: undefined, networkNamespaces: 0, devicemapperSources: [] });
const noNamespaces = { namespaces: [], read: 0, skipped: 0 };

function daemon(facts: Partial<DaemonProcess>): Daemon {
  const process: DaemonProcess = {
    pid: 800,
    startTicks: 1,
    state: 'sleeping',
    threads: 1,
    residentBytes: 1,
    cpu: { user: 0, system: 0 },
    openFds: nothing,
    fdsByTarget: nothing,
    maxFds: nothing,
    threadTimes: nothing,
    ...facts,
  };
  return { process: ok(process), startTime: undefined, restarts: 0, busiestThread: undefined };
}

const healthy: HostView = {
  ...failedHost(nothing),
  processes: ok(processTable([{ pid: 1 }, { pid: 2, flags: kernelThread }])),
  daemons: { dockerd: daemon({}), containerd: daemon({}) },
  mounts: emptyMounts,
  containerRoots: ok({ roots: new Map() }),
  mountNamespaces: ok(noNamespaces),
};

function engine(state: ProbeState, detail?: string): EngineView {
  const view = failedEngine(nothing);
  return { ...view, probes: { ...view.probes, ping: { state, durationSeconds: 0, lastAnswer: undefined, detail } } };
}

const judge = (host: Partial<HostView>, view: EngineView | undefined = engine('ok')) =>
  judgeVisibility({ ...healthy, ...host }, view);
const hiddenBecause = (reason: RegExp) => ({ visible: false, reason: expect.stringMatching(reason) });
const seen = { visible: true };

it('sees everything on a healthy host', () => {
  expect(judge({})).toEqual({ host_processes: seen, daemon_fds: seen, mount_namespaces: seen, engine: seen });
});

describe('host_processes', () => {
  const cases: readonly (readonly [string, HostView['processes'], RegExp])[] = [
    ['no process list', denied('/proc: EACCES'), /cannot be read \(\/proc: EACCES\)/],
    ['a late process list', timedOut('no answer in time'), /no answer in time/],
    ['no kernel threads', ok(processTable([{ pid: 1 }])), /hidepid.*--pid=host.*--path\.procfs/],
    ['a container in which pid 2 is a process', ok(processTable([{ pid: 1 }, { pid: 2 }])), /kernel threads are not/],
    ['no process at all', ok(processTable([])), /kernel threads are not/],
  ];
  it.each(cases)('hidden: %s', (_, processes, reason) => {
    expect(judge({ processes }).host_processes).toEqual(hiddenBecause(reason));
  });
});

describe('daemon_fds', () => {
  it('hidden when the descriptors of either daemon are denied', () => {
    const refused = daemon({ fdsByTarget: denied('/proc/800/fd: EACCES') });
    const expected = hiddenBecause(/\/proc\/800\/fd: EACCES.*CAP_SYS_PTRACE/);
    expect(judge({ daemons: { ...healthy.daemons, dockerd: refused } }).daemon_fds).toEqual(expected);
    expect(judge({ daemons: { ...healthy.daemons, containerd: refused } }).daemon_fds).toEqual(expected);
  });

  it.each([absent('gone'), timedOut('late')])('not a matter of permission when they are $kind', (fdsByTarget) => {
    expect(judge({ daemons: { ...healthy.daemons, dockerd: daemon({ fdsByTarget }) } }).daemon_fds).toEqual(seen);
  });

  it('nothing is hidden where no daemon runs', () => {
    expect(judge({ daemons: failedHost(nothing).daemons }).daemon_fds).toEqual(seen);
  });
});

describe('mount_namespaces', () => {
  const cases: readonly (readonly [string, Partial<HostView>, RegExp])[] = [
    ['the host’s table denied', { mounts: denied('/proc/1/mountinfo: EACCES') }, /EACCES.*CAP_SYS_PTRACE/],
    ['the host’s table absent', { mounts: absent('/proc/1/mountinfo: ENOENT') }, /cannot be read .*ENOENT/],
    ['the host’s table makes no sense', { mounts: malformed('rubbish') }, /cannot be read \(rubbish\)/],
    ['the roots denied', { containerRoots: denied('/proc/9/mountinfo: EACCES') }, /9\/mountinfo: EACCES/],
    [
      'the root of one container denied',
      { containerRoots: ok({ roots: new Map() }, ['/proc/9/mountinfo: EACCES']) },
      /9\/mountinfo: EACCES/,
    ],
    ['the link of process 1 denied', { mountNamespaces: denied('/proc/1/ns/mnt: EACCES') }, /EACCES.*CAP_SYS_PTRACE/],
    [
      'the links of some processes denied',
      { mountNamespaces: ok(noNamespaces, ['late', '/proc/9/ns/mnt: EPERM (and so of 3 processes)']) },
      /9\/ns\/mnt: EPERM.*CAP_SYS_PTRACE/,
    ],
  ];
  it.each(cases)('hidden: %s', (_, host, reason) => {
    expect(judge(host).mount_namespaces).toEqual(hiddenBecause(reason));
  });

  it.each<[string, Partial<HostView>]>([
    ['a root that was missed for another reason', { containerRoots: ok({ roots: new Map() }, ['late']) }],
    ['namespaces that there was no time for', { mountNamespaces: ok(noNamespaces, ['5 of 9 mount namespaces …']) }],
    ['links that a kernel before 3.8 does not have', { mountNamespaces: absent('/proc/1/ns/mnt: ENOENT') }],
  ])('not hidden: %s', (_, host) => {
    expect(judge(host).mount_namespaces).toEqual(seen);
  });
});

describe('engine', () => {
  it('hidden when it is switched off, does not let us in, or is looked for in the wrong place', () => {
    expect(judgeVisibility(healthy, undefined).engine).toEqual(hiddenBecause(/switched off/));
    expect(judge({}, engine('denied', 'EACCES /run/docker.sock')).engine).toEqual(
      hiddenBecause(/EACCES \/run\/docker\.sock.*group of the socket/),
    );
    expect(judge({}, engine('refused', 'connect ENOENT /run/docker.sock')).engine).toEqual(
      hiddenBecause(/ENOENT \/run\/docker\.sock.*--docker\.host/),
    );
  });

  it('no socket where no dockerd runs is no lack of sight', () => {
    const daemons = failedHost(nothing).daemons;
    expect(judge({ daemons }, engine('refused', 'connect ENOENT /run/docker.sock')).engine).toEqual(seen);
  });

  it.each(['refused', 'timeout', 'error'] as const)('an Engine that is sick is in sight (%s)', (state) => {
    expect(judge({}, engine(state, 'connect ECONNREFUSED')).engine).toEqual(seen);
  });
});
