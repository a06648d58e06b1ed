import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/diagnosis/report/report.ts';
import { absent, denied, malformed, ok } from '../../src/model/reading.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { glance } from '../../src/page/glance.ts';
import { html } from '../../src/page/html.ts';
import { healthyDiagnosis, healthyHost, healthySnapshot, runningDaemon } from '../support/healthy.ts';
import { parse } from './markup.ts';
import { about, engineSaying } from './pages.ts';

const space = { usedBytes: 1, sizeBytes: 10 };
const pool = ok({ data: space, metadata: { usedBytes: 2, sizeBytes: 10 }, deferredDeletedDevices: undefined });
const withPool: Snapshot = { ...healthySnapshot, engine: engineSaying({ pool }) };

/** The text of the tiles of a look, with the findings that follow from it. */
function textAt(snapshot: Snapshot): string {
  const report = reportOf(snapshot, healthyDiagnosis);
  return parse(html`${glance({ snapshot, diagnosis: healthyDiagnosis, about, report })}`.toString()).text;
}
const onHost = (host: Partial<Snapshot['host']>): Snapshot => ({
  ...healthySnapshot,
  host: { ...healthyHost, ...host },
});

describe('descriptors', () => {
  const { dockerd, containerd } = healthyHost.daemons;
  const unread = { ...dockerd, process: denied('EACCES') };
  const gone = { ...dockerd, process: absent('none') };

  it.each<[string, Snapshot]>([
    ['Descriptors of dockerd 1 % ok', onHost({})],
    ['Descriptors of containerd 1 % or more unknown', onHost({ daemons: { dockerd: unread, containerd } })],
    ['Descriptors not seen', onHost({ daemons: { dockerd: unread, containerd: gone } })],
    ['Descriptors of containerd 1 % ok', onHost({ daemons: { dockerd: gone, containerd } })],
    [
      'Descriptors of containerd 2 % ok',
      onHost({ daemons: { dockerd, containerd: runningDaemon({ openFds: ok(20) }) } }),
    ],
  ])('%s', (text, snapshot) => expect(textAt(snapshot)).toContain(text));
});

describe('the busiest thread', () => {
  const with_ = (dockerd: ReturnType<typeof runningDaemon>): Snapshot =>
    onHost({ daemons: { ...healthyHost.daemons, dockerd } });

  it.each<[string, Snapshot]>([
    ['Busiest thread – not yet', healthySnapshot],
    ['Busiest thread 30 % ok', with_(runningDaemon({}, { busiestThread: { user: 0.1, system: 0.2 } }))],
    ['Busiest thread 98 % warning', with_(runningDaemon({}, { busiestThread: { user: 0, system: 0.98 } }))],
    ['Busiest thread not seen', with_(runningDaemon({ threadTimes: denied('EACCES') }))],
  ])('%s', (text, snapshot) => expect(textAt(snapshot)).toContain(text));
});

describe('load', () => {
  it.each<[string, Snapshot]>([
    ['Load on 2 CPUs 1 ok', healthySnapshot],
    ['Load on 2 CPUs 1 unknown', onHost({ memory: denied('EACCES') })],
    ['Load 1 unknown', onHost({ kernelStat: denied('EACCES') })],
    ['Load on 2 CPUs not seen', onHost({ loadAverage: denied('EACCES') })],
    [
      'Load on 2 CPUs 84 critical',
      onHost({
        loadAverage: ok({ '1m': 84, '5m': 1, '15m': 1 }),
        memory: ok({ sizeBytes: 1, availableBytes: 1, swapSizeBytes: 2, swapUsedBytes: 1 }),
      }),
    ],
  ])('%s', (text, snapshot) => expect(textAt(snapshot)).toContain(text));
});

describe('the thin pool', () => {
  it.each<[string, Snapshot]>([
    ['Thin pool 20 % ok', withPool],
    ['Thin pool not seen', { ...healthySnapshot, engine: engineSaying({ pool: malformed('x') }) }],
  ])('%s', (text, snapshot) => expect(textAt(snapshot)).toContain(text));

  it('has no tile where there is none', () => expect(textAt(healthySnapshot)).not.toContain('Thin pool'));
});
