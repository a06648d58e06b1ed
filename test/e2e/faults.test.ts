import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Engine, image, startEngine } from './support/engine.ts';
import { type Exporter, type Scrape, scrapeUntil, startExporter } from './support/exporter.ts';
import { freeze } from './support/faults.ts';
import { startTime } from './support/proc.ts';
import { all, collectors, probeStates, stateOf } from './support/readings.ts';

const dockerd = { daemon: 'dockerd' };
let engine: Engine;
let exporter: Exporter;

beforeAll(async () => {
  engine = await startEngine();
  await engine.run(image, 'sleep', '600');
  exporter = await startExporter([...engine.flags, '--docker.timeout=1s']);
});

const daemonState = (scrape: Scrape) => stateOf(scrape, 'dockerhost_daemon_state', dockerd);
const restarts = (scrape: Scrape) => scrape.value('dockerhost_daemon_restarts_total', dockerd);

function untilProbes(wanted: Record<string, string>): Promise<Scrape> {
  const same = (scrape: Scrape) => JSON.stringify(probeStates(scrape)) === JSON.stringify(wanted);
  return scrapeUntil(exporter, `probes ${JSON.stringify(wanted)}`, same, probeStates);
}

/** What does not hang on the Engine is measured however the Engine is. */
function expectHostMeasured(scrape: Scrape) {
  expect(collectors(scrape).succeeded).toEqual(expect.arrayContaining(['host', 'kernel', 'mounts', 'processes']));
  expect(scrape.value('dockerhost_load_average', { window: '1m' })).toBeGreaterThanOrEqual(0);
}

describe('dockerd frozen', () => {
  test('all probes time out, the state is stopped, the scrape is in time, and it recovers', async () => {
    const healthy = await untilProbes(all('ok'));
    expect(healthy.value('dockerhost_daemon_up', dockerd)).toBe(1);
    const recover = await freeze(engine.pid);
    for (const timeout of [5, 2]) {
      const scrape = await exporter.scrape({ timeout });
      expect(scrape.seconds).toBeLessThan(timeout);
      expect(probeStates(scrape)).toEqual(all('timeout'));
      expect(daemonState(scrape)).toBe('stopped');
      expect(scrape.value('dockerhost_daemon_up', dockerd)).toBe(1);
      expectHostMeasured(scrape);
      // What was not asked successfully is not there; it is not 0.
      expect(scrape.samples('dockerhost_containers')).toEqual([]);
      expect(scrape.value('dockerhost_collector_success', { collector: 'engine' })).toBe(0);
    }
    await recover();
    const recovered = await untilProbes(all('ok'));
    expect(daemonState(recovered)).not.toBe('stopped');
    expect(restarts(recovered)).toBe(0);
  });

  test('before the exporter starts: it starts all the same, and sees the recovery', async () => {
    const recover = await freeze(engine.pid);
    const late = await startExporter([...engine.flags, '--docker.timeout=1s']);
    const scrape = await late.scrape({ timeout: 5 });
    expect(scrape.seconds).toBeLessThan(5);
    expect(probeStates(scrape)).toEqual(all('timeout'));
    expect(daemonState(scrape)).toBe('stopped');
    expectHostMeasured(scrape);
    await recover();
    const well = (seen: Scrape) => JSON.stringify(probeStates(seen)) === JSON.stringify(all('ok'));
    await scrapeUntil(late, 'all probes ok', well, probeStates);
    await late.stop();
  });

  test('SIGTERM ends the exporter within 2 s while a scrape waits', async () => {
    const slow = await startExporter([...engine.flags, '--docker.timeout=20s']);
    await freeze(engine.pid);
    const scrape = slow.scrape({ timeout: 30 }).then(
      () => 'answered',
      () => 'cut off',
    );
    // Long enough for the scrape to be under way, far shorter than it would take.
    expect(await Promise.race([scrape, sleep(1000, 'waiting')])).toBe('waiting');
    const { code, signal, seconds } = await slow.stop();
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    expect(seconds).toBeLessThan(2);
    expect(['answered', 'cut off']).toContain(await scrape);
  });
});

test('containerd frozen: ping and list answer, info does not, and it recovers', async () => {
  await untilProbes(all('ok'));
  const recover = await freeze(engine.containerdPid);
  const scrape = await exporter.scrape({ timeout: 5 });
  expect(scrape.seconds).toBeLessThan(5);
  expect(probeStates(scrape)).toEqual({ ping: 'ok', list: 'ok', info: 'timeout' });
  expect(stateOf(scrape, 'dockerhost_daemon_state', { daemon: 'containerd' })).toBe('stopped');
  expect(daemonState(scrape)).not.toBe('stopped');
  expectHostMeasured(scrape);
  await recover();
  await untilProbes(all('ok'));
});

test('the socket removed: refused although dockerd runs; put back by a restart', async () => {
  await untilProbes(all('ok'));
  rmSync(engine.socket);
  const scrape = await untilProbes(all('refused'));
  expect(scrape.value('dockerhost_daemon_up', dockerd)).toBe(1);
  expectHostMeasured(scrape);
  await engine.restart();
  await untilProbes(all('ok'));
});

test('dockerd killed and started again: refused and not up, then one restart and a new start time', async () => {
  const before = await untilProbes(all('ok'));
  const pid = engine.pid;
  const started = before.value('dockerhost_daemon_start_time_seconds', dockerd) ?? 0;
  expect(Math.abs(started - startTime(pid))).toBeLessThan(1);
  const lastAnswer = before.value('dockerhost_engine_last_answer_timestamp_seconds', { probe: 'ping' });

  await engine.kill();
  const dead = await untilProbes(all('refused'));
  expect(dead.value('dockerhost_daemon_up', dockerd)).toBe(0);
  expect(dead.by('dockerhost_daemon_max_fds', 'limit', dockerd)).toEqual({});
  expect(dead.value('dockerhost_engine_last_answer_timestamp_seconds', { probe: 'ping' })).toBeGreaterThanOrEqual(
    lastAnswer ?? Number.POSITIVE_INFINITY,
  );
  expectHostMeasured(dead);
  // It dies with dockerd, but is a process for as long as init has not reaped it.
  await scrapeUntil(
    exporter,
    'containerd to be gone, too',
    (scrape) => scrape.value('dockerhost_daemon_up', { daemon: 'containerd' }) === 0,
    (scrape) => scrape.by('dockerhost_daemon_state', 'state', { daemon: 'containerd' }),
    90,
  );

  await engine.restart();
  const again = await untilProbes(all('ok'));
  expect(engine.pid).not.toBe(pid);
  expect(again.value('dockerhost_daemon_up', dockerd)).toBe(1);
  expect((restarts(again) ?? 0) - (restarts(before) ?? 0)).toBe(1);
  const restarted = again.value('dockerhost_daemon_start_time_seconds', dockerd) ?? 0;
  expect(Math.abs(restarted - startTime(engine.pid))).toBeLessThan(1);
  expect(restarted).toBeGreaterThan(started);
});
