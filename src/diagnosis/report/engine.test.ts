import { describe, expect, it } from 'vitest';
import {
  diagnosisOf,
  healthyDiagnosis,
  healthyEngine,
  healthyHost,
  healthySnapshot,
  offender,
  runningDaemon,
} from '../../../test/support/healthy.ts';
import { hidden } from '../../../test/support/snapshots.ts';
import type { Daemon } from '../../model/daemons.ts';
import type { EngineView, Probe, ProbeState } from '../../model/engine.ts';
import { absent, denied, ok } from '../../model/reading.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { engineMystery, judgeEngine } from './engine.ts';

type States = Readonly<Record<Probe, ProbeState>>;
const all = (state: ProbeState): States => ({ ping: state, list: state, info: state });
const gone: Daemon = { ...runningDaemon(), process: absent('no dockerd') };
const unknown: Daemon = { ...runningDaemon(), process: denied('hidepid') };

function engineWhere(states: States, detail = 'GET /_ping: connect ECONNREFUSED'): EngineView {
  const probe = (name: Probe) => ({
    ...healthyEngine.probes[name],
    state: states[name],
    durationSeconds: 3,
    detail: states[name] === 'ok' ? undefined : detail,
  });
  return { ...healthyEngine, probes: { ping: probe('ping'), list: probe('list'), info: probe('info') } };
}

const snapshotWith = (dockerd: Daemon, engine: EngineView | undefined, view: Partial<Snapshot> = {}): Snapshot => ({
  ...healthySnapshot,
  host: { ...healthyHost, daemons: { ...healthyHost.daemons, dockerd } },
  engine,
  ...view,
});
const alertsOf = (snapshot: Snapshot) => judgeEngine(snapshot, healthyDiagnosis).map(({ alert }) => alert);
const summaryOf = (snapshot: Snapshot) => judgeEngine(snapshot, healthyDiagnosis)[0]?.summary;

const hiddenProcesses = { ...healthySnapshot.visibility, host_processes: hidden };
const hiddenEngine = { ...healthySnapshot.visibility, engine: hidden };

describe('DockerEngineDown', () => {
  it.each([
    ['no dockerd, and it refuses', snapshotWith(gone, engineWhere(all('refused'))), /does not run on this host/],
    ['no dockerd, a socket of systemd', snapshotWith(gone, engineWhere(all('timeout'))), /still accepts connections/],
    ['no dockerd, not let in', snapshotWith(gone, engineWhere(all('denied'))), /^no dockerd process runs/],
    ['no dockerd, not asked', snapshotWith(gone, undefined), /^no dockerd process runs/],
    ['a dockerd that nobody can reach', snapshotWith(runningDaemon(), engineWhere(all('refused'))), /pid 100.*REFUSED/],
    ['nobody knows, and it refuses', snapshotWith(unknown, engineWhere(all('refused'))), /^nobody listens/],
  ])('%s', (_, snapshot, summary) => {
    expect(alertsOf(snapshot)).toEqual(['DockerEngineDown']);
    expect(summaryOf(snapshot)).toMatch(summary);
  });

  const missing = engineWhere(all('refused'), 'connect ENOENT /var/run/docker.sock');
  it.each([
    ['an Engine that answers, with no dockerd here', snapshotWith(gone, healthyEngine)],
    ['only one probe that refuses', snapshotWith(runningDaemon(), engineWhere({ ...all('ok'), list: 'refused' }))],
    ['a socket that we do not find', snapshotWith(runningDaemon(), missing, { visibility: hiddenEngine })],
    ['a socket that is not there for us', snapshotWith(unknown, missing)],
    ['no dockerd among hidden processes', snapshotWith(gone, missing, { visibility: hiddenProcesses })],
    ['a dockerd that may be what was missed', snapshotWithMissedProcesses(gone, undefined)],
  ])('not for %s', (_, snapshot) => expect(alertsOf(snapshot)).toEqual([]));
});

function snapshotWithMissedProcesses(dockerd: Daemon, engine: EngineView | undefined): Snapshot {
  const snapshot = snapshotWith(dockerd, engine);
  const { processes } = snapshot.host;
  const missed = processes.kind === 'ok' ? ok(processes.value, ['/proc/9: EIO']) : processes;
  return { ...snapshot, host: { ...snapshot.host, processes: missed } };
}

describe('DockerEngineHung', () => {
  it.each([
    [all('timeout'), /answers nothing within 3 s/],
    [{ ...all('ok'), list: 'timeout' } as const, /does not list containers within 3 s/],
    [{ ...all('timeout'), ping: 'ok' } as const, /does not list containers/],
    [{ ...all('ok'), info: 'timeout' } as const, /it is containerd that hangs/],
  ])('%j', (states, summary) => {
    const snapshot = snapshotWith(runningDaemon(), engineWhere(states, 'no answer in time'));
    expect(alertsOf(snapshot)).toEqual(['DockerEngineHung']);
    expect(summaryOf(snapshot)).toMatch(summary);
  });

  it('of a process that was stopped says so, and how it goes on', () => {
    const snapshot = snapshotWith(runningDaemon({ state: 'stopped' }), engineWhere(all('timeout')));
    const [finding] = judgeEngine(snapshot, healthyDiagnosis);
    expect(finding?.summary).toMatch(/has stopped its process$/);
    expect(finding?.next).toContain('kill -CONT 100');
  });

  it.each([
    [unknown, all('timeout')],
    [runningDaemon(), all('ok')],
    [runningDaemon(), all('error')],
    [runningDaemon(), { ...all('ok'), ping: 'timeout' } as const],
  ])('not for %j and %j', (dockerd, states) => {
    expect(alertsOf(snapshotWith(dockerd, engineWhere(states)))).toEqual([]);
  });
});

describe.each([
  ['dockerd', all('timeout'), /systemctl restart docker`/],
  ['containerd', { ...all('ok'), info: 'timeout' } as const, /systemctl restart containerd`/],
])('what to do when %s hangs', (_, states, restart) => {
  const next = (dockerd: Daemon, diagnosis = healthyDiagnosis) =>
    judgeEngine(snapshotWith(dockerd, engineWhere(states)), diagnosis)[0]?.next;
  const full = runningDaemon({ openFds: ok(950) });

  it('a restart, if nothing speaks against it', () => {
    expect(next(runningDaemon())).toMatch(restart);
    expect(next(runningDaemon({ openFds: ok(949) }))).toMatch(restart);
  });

  it('first more descriptors, if it has nearly none left', () => {
    expect(next(full)).toContain('of dockerd, which has nearly none left, with `prlimit --pid 100 --nofile=2000:2000`');
    expect(next(full)).not.toMatch(restart);
  });

  it.each(['unkillable', 'zombie_leader'] as const)('no restart beside %s', (kind) => {
    expect(next(full, diagnosisOf([offender(kind)]))).toMatch(
      /a restart will hang as well: go by .*DockerHostFreezing/,
    );
    expect(next(full, diagnosisOf([offender(kind)]))).not.toMatch(restart);
  });
});

describe('how the Engine is cannot be told', () => {
  it.each([
    ['it hangs, if it runs', snapshotWith(unknown, engineWhere(all('timeout'), 'no answer in time'))],
    ['its socket is not here', snapshotWith(unknown, engineWhere(all('refused'), 'connect ENOENT'))],
  ])('%s', (_, snapshot) => expect(engineMystery(snapshot)).toMatch(/^the Engine does not answer \((no|connect)/));

  it.each([
    ['it answers', snapshotWith(unknown, healthyEngine)],
    ['it is down', snapshotWith(gone, engineWhere(all('refused')))],
    ['it hangs', snapshotWith(runningDaemon(), engineWhere(all('timeout')))],
    ['it is not asked', snapshotWith(unknown, undefined)],
  ])('but not when %s', (_, snapshot) => expect(engineMystery(snapshot)).toBeUndefined());
});
