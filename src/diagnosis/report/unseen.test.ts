import { describe, expect, it } from 'vitest';
import {
  healthyDiagnosis,
  healthyEngine,
  healthyHost,
  healthySnapshot,
  runningDaemon,
} from '../../../test/support/healthy.ts';
import { riskWith } from '../../../test/support/risk.ts';
import type { EngineView } from '../../model/engine.ts';
import type { HostView } from '../../model/host.ts';
import { absent, denied, malformed, ok, timedOut } from '../../model/reading.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { unseenParts } from './unseen.ts';

const hiddenReason = 'a test says so';
const hidden = { visible: false, reason: hiddenReason } as const;

const unseenOn = (host: Partial<HostView>, view: Partial<Snapshot> = {}) =>
  unseenParts({ ...healthySnapshot, host: { ...healthyHost, ...host }, ...view }, healthyDiagnosis);

it('nothing where all was seen', () => expect(unseenOn({})).toEqual([]));

it('scopes that are hidden, with the reason', () => {
  const visibility = { ...healthySnapshot.visibility, daemon_fds: hidden, mount_namespaces: hidden };
  expect(unseenOn({}, { visibility })).toEqual([
    { part: 'daemon_fds', reason: hiddenReason },
    { part: 'mount_namespaces', reason: hiddenReason },
  ]);
});

describe('readings on which findings stand', () => {
  it.each<[string, Partial<HostView>]>([
    ['processes', { processes: denied('EACCES') }],
    ['processes', { processLimits: denied('EACCES') }],
    ['processes', { containers: denied('EACCES') }],
    ['mounts', { mounts: denied('EACCES') }],
    ['mounts', { containerRoots: denied('EACCES') }],
    ['mounts', { mountNamespaces: denied('EACCES') }],
    ['host', { loadAverage: denied('EACCES') }],
    ['host', { memory: denied('EACCES') }],
    ['host', { kernelStat: denied('EACCES') }],
    ['daemon', { daemons: { ...healthyHost.daemons, dockerd: runningDaemon({ openFds: denied('EACCES') }) } }],
    ['daemon', { daemons: { ...healthyHost.daemons, containerd: runningDaemon({ maxFds: denied('EACCES') }) } }],
    ['daemon', { daemons: { ...healthyHost.daemons, dockerd: runningDaemon({ threadTimes: denied('EACCES') }) } }],
  ])('%s: %j', (part, host) => expect(unseenOn(host)).toEqual([{ part, reason: 'denied: EACCES' }]));

  it('the Engine, down to its pool', () => {
    const info = healthyEngine.info.kind === 'ok' ? healthyEngine.info.value : undefined;
    const engines: readonly EngineView[] = [
      { ...healthyEngine, info: timedOut('late') },
      { ...healthyEngine, containers: timedOut('late') },
      ...(info === undefined ? [] : [{ ...healthyEngine, info: ok({ ...info, pool: timedOut('late') }) }]),
    ];
    expect(engines).toHaveLength(3);
    for (const engine of engines)
      expect(unseenOn({}, { engine })).toEqual([{ part: 'engine', reason: 'timeout: late' }]);
  });

  it('those on which none stands, and those that are not on this host, are left out', () => {
    const rest = { kernel: denied('x'), distribution: denied('x'), aufs: denied('x'), cgroupCounts: denied('x') };
    expect(unseenOn({ ...rest, mountNamespaces: absent('too old a kernel') })).toEqual([]);
  });

  it('what advisories judge by, where somebody judges', () => {
    const judged = { ...healthyDiagnosis, risk: riskWith() };
    const unseen = (host: Partial<HostView>) =>
      unseenParts({ ...healthySnapshot, host: { ...healthyHost, ...host } }, judged).map(({ part }) => part);
    for (const key of ['kernel', 'aufs', 'kernelCommandLine', 'filesystems', 'sysctls'] as const) {
      expect([key, unseen({ [key]: denied('EACCES') })]).toEqual([key, ['advisories']]);
      expect([key, unseenOn({ [key]: denied('EACCES') })]).toEqual([key, []]);
    }
    expect(unseen({ sysctls: ok(new Map([['fs.x', denied('EACCES')]])) })).toEqual(['advisories']);
    expect(unseen({ sysctls: ok(new Map([['fs.x', absent('ENOENT')]])), aufs: absent('ENOENT') })).toEqual([]);
  });

  it('says what was missed, and one problem once', () => {
    const missed = ok(healthyHost.processes.kind === 'ok' ? healthyHost.processes.value : (undefined as never), [
      '/proc/9: EIO',
    ]);
    expect(
      unseenOn({ processes: missed, containers: malformed('rubbish'), containerRoots: malformed('rubbish') }),
    ).toEqual([{ part: 'processes', reason: '/proc/9: EIO; malformed: rubbish' }]);
  });
});

it('an Engine of which nobody knows how it is: what it takes', () => {
  const refused = { ...healthyEngine.probes.ping, state: 'refused', detail: 'connect ENOENT' } as const;
  const engine = { ...healthyEngine, probes: { ping: refused, list: refused, info: refused } };
  const daemons = { ...healthyHost.daemons, dockerd: { ...runningDaemon(), process: absent('none') } };
  const visibility = { ...healthySnapshot.visibility, host_processes: hidden };
  const parts = unseenOn({ daemons }, { engine, visibility });
  expect(parts.find(({ part }) => part === 'engine')?.reason).toMatch(
    /^the Engine does not answer \(connect ENOENT\), .*: it takes `--docker\.host` with the address/,
  );
});

describe('ghosts and orphans', () => {
  const without = { ...healthyDiagnosis, reconciliation: undefined };
  const gone = { ...healthyHost.daemons, dockerd: { ...runningDaemon(), process: absent('none') } };
  const list = { ...healthyEngine.probes.list, state: 'timeout' as const };

  it.each<[RegExp, Partial<Snapshot>]>([
    [/the Engine is not asked/, { engine: undefined }],
    [
      /did not list its containers \(timeout\)/,
      { engine: { ...healthyEngine, probes: { ...healthyEngine.probes, list } } },
    ],
    [/not all processes/, { visibility: { ...healthySnapshot.visibility, host_processes: hidden } }],
    [/cgroups of containers/, { host: { ...healthyHost, containers: absent('no cgroups') } }],
    [/that of another host/, { host: { ...healthyHost, daemons: gone } }],
    [/do not go together/, {}],
  ])('%s', (reason, view) => {
    const parts = unseenParts({ ...healthySnapshot, ...view }, without);
    expect(parts.filter(({ part }) => part === 'reconcile').map((each) => each.reason)).toEqual([
      expect.stringMatching(reason),
    ]);
  });

  it.each([
    ['timeout', /\(timeout\): it takes an Engine that answers in time$/],
    ['refused', /\(refused\): it takes `--docker\.host` .* its socket mounted there$/],
    ['denied', /\(denied\): it takes the group of the socket/],
    ['error', /\(error\): it takes an Engine .* `journalctl -u docker/],
  ] as const)('an Engine that does not list its containers, %s: what it takes', (state, reason) => {
    const probes = { ...healthyEngine.probes, list: { ...healthyEngine.probes.list, state } };
    const parts = unseenParts({ ...healthySnapshot, engine: { ...healthyEngine, probes } }, without);
    expect(parts.find(({ part }) => part === 'reconcile')?.reason).toMatch(reason);
  });

  it('an Engine whose list makes no sense: what it takes', () => {
    const engine = { ...healthyEngine, containers: malformed('<html>') };
    const [, reconcile] = unseenParts({ ...healthySnapshot, engine }, without);
    expect(reconcile?.reason).toMatch(/\(malformed\): it takes an Engine at the address of `--docker\.host`/);
  });

  it('no cgroups of their own, also while /info hangs: the driver is remembered', () => {
    const memory = { ...without.memory, cgroupDriver: 'none' };
    const engine = { ...healthyEngine, info: timedOut('no answer in time') };
    const parts = unseenParts({ ...healthySnapshot, engine }, { ...without, memory });
    expect(parts.map(({ reason }) => reason).join()).toMatch(/no cgroups of their own/);
  });

  it('suspects of which the Engine has not said a word yet', () => {
    const reconciliation = {
      ghosts: [],
      orphans: [],
      orphaned: { processes: 0, residentBytes: 0, swapBytes: 0 },
      suspects: ['a'],
      undecided: 3,
    };
    expect(unseenParts(healthySnapshot, { ...healthyDiagnosis, reconciliation })).toEqual([
      {
        part: 'reconcile',
        reason: '1 container looks like a ghost or an orphan, and the Engine has not confirmed it yet',
      },
    ]);
  });
});
