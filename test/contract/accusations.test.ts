import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Deadline } from '../../src/sources/deadline.ts';
import { cgroupOf, db } from '../hosts/overlay2/containers.ts';
import { backupPid } from '../hosts/overlay2/processes.ts';
import { overlay2 } from '../hosts/overlay2.ts';
import { type FixtureApp, startFixtureApp } from '../support/fixture-app.ts';
import { breakPath } from '../support/host-faults.ts';
import { idOf } from '../support/scene.ts';
import { seriesOf } from './series.ts';

// The whole way from a contradiction to an accusation: a suspicion, an inspect in the background, another look.

let app: FixtureApp;
beforeEach(async () => {
  app = await startFixtureApp(overlay2, undefined, { settleSeconds: 0 });
  await seriesOf(app);
});
afterEach(() => app.close());

const forgotten = { id: idOf('f') };
const ghosts = 'ghost_containers{}';
const orphans = 'orphaned_containers{}';

/** A scrape with which all inspects that it began are answered. */
async function look(): Promise<Map<string, number>> {
  const series = await seriesOf(app);
  const deadline = new Deadline(30);
  await app.engine?.inspectsSettled(deadline);
  deadline.clear();
  return series;
}

const inspects = ({ id }: { readonly id: string }) =>
  app.fake?.requests.filter(({ url }) => url.includes(`/containers/${id}/json`)).length;

const emptyCgroup = (): (() => void) =>
  breakPath(app.fixture.rootfs, `sys/fs/cgroup${cgroupOf(db)}/cgroup.procs`, 'missing');

/** A container that the Engine does not know, with a process in it. */
function newCgroup(): () => void {
  const directory = join(app.fixture.sysfs, 'fs/cgroup', cgroupOf(forgotten));
  mkdirSync(directory);
  writeFileSync(join(directory, 'cgroup.procs'), `${backupPid}\n`);
  return () => rmSync(directory, { recursive: true });
}

describe.each([
  ['ghost', db, emptyCgroup, ghosts],
  ['orphan', forgotten, newCgroup, orphans],
] as const)('a container that looks like one: %s', (kind, container, make, metric) => {
  const named = (series: ReadonlyMap<string, number>) =>
    [...series].filter(([key]) => key.startsWith(`offender{"kind":"${kind}"`)).map(([, value]) => value);

  it('is one when the Engine has said so again, and is none when that is over', async () => {
    const undo = make();
    const first = await look();
    expect([first.get(metric), named(first), inspects(container)]).toEqual([0, [], 1]);
    const second = await look();
    expect([second.get(metric), named(second), inspects(container)]).toEqual([1, [1], 1]);
    undo();
    const last = await look();
    expect([last.get(metric), named(last), inspects(container)]).toEqual([0, [], 1]);
  });

  it.each(['403', '500', 'garbage', 'truncated', 'close'] as const)(
    'is none as long as the Engine says %s',
    async (behaviour) => {
      app.fake?.setBehaviour(`/containers/${container.id}/json`, behaviour);
      make();
      for (let looks = 1; looks <= 3; looks += 1) {
        const series = await look();
        // asked once: not again before 15 s are over, whatever came of it
        expect([series.get(metric), named(series), inspects(container)]).toEqual([0, [], 1]);
      }
    },
  );
});

it('the root file system of a ghost is no mount that lingers', async () => {
  const lingering = (series: ReadonlyMap<string, number>) =>
    series.get('container_mounts{"driver":"overlayfs","state":"lingering"}');
  const before = lingering(await look());
  emptyCgroup();
  await look();
  expect(lingering(await look())).toBe(before);
});
