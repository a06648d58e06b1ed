import { beforeAll, beforeEach, expect, test } from 'vitest';
import { initOf, untilListed } from '../support/containers.ts';
import { type Engine, image } from '../support/engine.ts';
import { freeze, makeUnkillable } from '../support/faults.ts';
import { eventually } from '../support/wait.ts';
import { fillDescriptors } from './support/descriptors.ts';
import { type Site, startSite } from './support/site.ts';
import { type Expected, untilFiring, untilQuiet, watch } from './support/watch.ts';

const timeout = 240_000;

/** Of file descriptors: that of the host of 2014. */
const limit = 1024;

let site: Site;
let engine: Engine;

beforeAll(async () => {
  site = await startSite({ nofile: limit });
  engine = site.engine;
});

beforeEach(() => untilQuiet(site));

const hung: Expected = {
  receiver: 'page',
  alert: 'DockerEngineHung critical',
  says: /^dockerd of docker-1 runs, but does not list its containers\. /,
};

test('dockerd frozen: one page; that collectors fail with it is not told', { timeout }, async () => {
  const seen = watch(site);
  const thaw = await freeze(engine.pid);
  await seen.arrives(hung);
  await untilFiring(site, 'DockerHostCollectorFailing warning');
  await thaw();
  await seen.resolves(hung);
  await untilQuiet(site);
  expect(seen.arrived()).toEqual(['page DockerEngineHung critical']);
});

test('containerd frozen: the page says that it is containerd', { timeout }, async () => {
  const seen = watch(site);
  const expected: Expected = { ...hung, says: /while containers are listed: it is containerd that hangs/ };
  const thaw = await freeze(engine.containerdPid);
  await seen.arrives(expected);
  await thaw();
  await seen.resolves(expected);
  await untilQuiet(site);
  expect(seen.arrived()).toEqual(['page DockerEngineHung critical']);
});

test('the freeze: an unkillable container and no list of containers', { timeout }, async () => {
  const id = await engine.run('--name=stuck', image, 'sleep', '4444');
  await untilListed(engine, site.exporter);
  const seen = watch(site);
  const release = await makeUnkillable(engine, await initOf(engine, id));
  await engine.docker('kill', id).catch(() => 'did not receive an exit event');
  const thaw = await freeze(engine.pid);
  const freezing: Expected = {
    receiver: 'page',
    alert: 'DockerHostFreezing critical',
    says: /Stuck: sleep in container stuck \(1\), and only a restart of the host ends them, unless/,
  };
  const unkillable: Expected = {
    receiver: 'ticket',
    alert: 'DockerHostUnkillableProcesses warning',
    says: /^1 on docker-1 for ten minutes: sleep in container stuck \(1\),/,
  };
  const all = [hung, freezing, unkillable];
  for (const expected of all) await seen.arrives(expected);
  await thaw();
  await release();
  for (const expected of all) await seen.resolves(expected);
  await engine.docker('rm', '-f', id);
  await untilQuiet(site);
  expect(seen.arrived()).toEqual(all.map(({ receiver, alert }) => `${receiver} ${alert}`).sort());
});

test('dockerd near its limit of descriptors', { timeout }, async () => {
  const seen = watch(site);
  // at 96 %, a few are left for the calls of the exporter
  const letGo = await fillDescriptors(engine, Math.ceil(limit * 0.965));
  const expected: Expected = {
    receiver: 'page',
    alert: 'DockerdFdsNearLimit critical',
    says: /^dockerd on docker-1 has 9[67]\S*% of the file descriptors open/,
  };
  await seen.arrives(expected);
  await untilFiring(site, 'DockerdFdsNearLimit warning');
  await letGo();
  await seen.resolves(expected);
  await untilQuiet(site);
  expect(seen.arrived()).toEqual(['page DockerdFdsNearLimit critical']);
});

test('dockerd started five times', { timeout }, async () => {
  const seen = watch(site);
  const often: Expected = {
    receiver: 'page',
    alert: 'DockerdRestarting critical',
    says: /^dockerd of docker-1 has been replaced about [56] times within 20 minutes\./,
  };
  for (let times = 0; times < 5; times++) await restart();
  await seen.arrives(often);
  await seen.resolves(often);
  expect(seen.arrived().filter((told) => told.startsWith('page '))).toEqual(['page DockerdRestarting critical']);
});

/** Until Prometheus has seen it: a dockerd that is replaced between two scrapes is none. */
async function restart(): Promise<void> {
  const restarts = async () => (await site.prometheus.values('dockerhost_daemon_restarts_total{daemon="dockerd"}'))[0];
  const before = (await restarts()) ?? 0;
  await engine.restart();
  await eventually('a restart more', restarts, (count) => count > before);
}
