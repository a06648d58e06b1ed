import { beforeAll, expect, test } from 'vitest';
import { leaveAll } from './support/residue-faults.ts';
import { type Site, startSite } from './support/site.ts';
import { type Expected, untilFiring, untilQuiet, watch } from './support/watch.ts';

// Residue is slow: an hour of a leaked mount, half an hour of zombies. So all of it is there at once, each kind with a
// container of its own, and each is told under its own name by its own alert.

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

const zombies: Expected = {
  receiver: 'page',
  alert: 'DockerHostZombies critical',
  says: /has had 1\d\d zombies .* sleep in container litter \(120\)/,
};
const unkillable: Expected = {
  receiver: 'ticket',
  alert: 'DockerHostUnkillableProcesses warning',
  says: /^[12] on docker-1 .* sleep in container (lost|stuck) \(1\), sleep in container (lost|stuck) \(1\),/,
};
const orphan: Expected = {
  receiver: 'ticket',
  alert: 'DockerHostOrphanProcesses warning',
  says: /^1 such containers on docker-1: lost \(1\),/,
};
const ghost: Expected = {
  receiver: 'ticket',
  alert: 'DockerHostGhostContainers warning',
  says: /^1 on docker-1: shade,/,
};
const leak: Expected = {
  receiver: 'ticket',
  alert: 'DockerHostLeakedMounts warning',
  says: /^1 on docker-1 for an hour, held by: sleep \(1\),/,
};
const residue = [zombies, unkillable, orphan, ghost, leak];

// One test: freezers are undone after the test that made them.
test('zombies page; an unkillable container, an orphan, a ghost and a leaked mount are tickets', {
  timeout: 400_000,
}, async () => {
  const seen = watch(site);
  const left = await leaveAll(site);
  for (const expected of residue) await seen.arrives(expected);

  // what the page says already: the warning, and the parent that does not reap
  await untilFiring(site, 'DockerHostZombies warning');
  await untilFiring(site, 'DockerHostNonReapingParent info');
  const told = seen.arrived();
  expect(told).toEqual(residue.map(({ receiver, alert }) => `${receiver} ${alert}`).sort());

  for (const thaw of left.thaw) await thaw();
  await left.holder.stop();
  // The Engine tries to kill a ghost, is told that it is gone, and so believes it at last.
  await site.engine.docker('rm', '-f', 'litter', 'shade');
  for (const expected of residue) await seen.resolves(expected);
  await untilQuiet(site);
  expect(seen.arrived()).toEqual(told);
});
