import type { DaemonProcess } from '../model/daemons.ts';
import type { EngineWord } from '../model/memory.ts';
import type { ProcessIdentity } from '../model/processes.ts';
import { absent, denied, malformed, okValue, type Reading, timedOut } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { dockerdIsGone } from './report/evidence.ts';

/**
 * What the Engine says, or said last: its versions and settings stay what they are while it hangs. They are
 * forgotten when another dockerd has taken its place, until that one answers.
 */
export function rememberEngine(snapshot: Snapshot, past: EngineWord | undefined): EngineWord | undefined {
  const process = identityOf(snapshot.host.daemons.dockerd.process);
  // /proc and the Engine are read at the same time: what is told at the first look at another dockerd may be the
  // word of the one before, which is kept until the next look
  if (process !== undefined && past?.process !== undefined && !isSame(process, past.process))
    return { ...past, process, isOfAnother: true };
  const known = past?.isOfAnother ? undefined : past;
  const engine = dockerdIsGone(snapshot) ? undefined : snapshot.engine;
  const info = (engine && okValue(engine.info)) ?? known?.info;
  const version = (engine && okValue(engine.version)) ?? known?.version;
  if (past === undefined && info === undefined && version === undefined) return undefined;
  const hadInfo = info !== undefined || past?.hadInfo === true;
  return { process: process ?? past?.process, info, version, hadInfo };
}

function identityOf(reading: Reading<DaemonProcess>): ProcessIdentity | undefined {
  const process = okValue(reading);
  return process && { pid: process.pid, startTicks: process.startTicks };
}

const isSame = (one: ProcessIdentity, other: ProcessIdentity): boolean =>
  one.pid === other.pid && one.startTicks === other.startTicks;

type Silence = Exclude<Reading<never>, { readonly kind: 'ok' }>;

/** Why nothing is known from one of the Engine's answers. Without the seconds waited: it stays the same as long as it is so. */
export function silenceOf(snapshot: Snapshot, answer: 'info' | 'version'): Silence {
  const { engine } = snapshot;
  if (engine === undefined) return absent('the Engine is not asked');
  const reading = engine[answer];
  const hasNot = 'the Engine has not answered';
  switch (reading.kind) {
    case 'ok':
      return dockerdIsGone(snapshot)
        ? absent('an Engine answers though no dockerd runs here: it is that of another host')
        : absent(`${hasNot} since dockerd was restarted`);
    case 'absent':
      return absent(`${hasNot}: ${reading.detail}`);
    case 'denied':
      return denied(`${hasNot}: ${reading.detail}`);
    case 'malformed':
      return malformed(`${hasNot}: ${reading.detail}`);
    case 'timeout':
      return timedOut(hasNot);
  }
}
