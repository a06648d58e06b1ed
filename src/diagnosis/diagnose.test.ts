import { describe, expect, it } from 'vitest';
import { processTable } from '../../test/support/process-table.ts';
import { failedHost, snapshotOf } from '../../test/support/snapshots.ts';
import type { HostView } from '../model/host.ts';
import { absent, denied, malformed, ok, timedOut } from '../model/reading.ts';
import { diagnose } from './diagnose.ts';

const failures = [denied('EACCES'), malformed('rubbish'), timedOut('late')] as const;

const host: HostView = {
  ...failedHost(absent('not in this test')),
  processes: ok(
    processTable([
      { pid: 10 },
      { pid: 11, ppid: 10, state: 'zombie' },
      { pid: 12, ppid: 20, state: 'zombie' },
      { pid: 20, state: 'disk_sleep' },
    ]),
  ),
  containers: ok({
    containers: [
      {
        id: 'c1',
        runtime: 'docker',
        path: '/docker/c1',
        pids: [],
        nested: [{ id: 'c2', runtime: 'docker', path: '/docker/c1/docker/c2', pids: [20], nested: [] }],
      },
    ],
  }),
  mounts: ok({
    roots: [
      { driver: 'overlay2', key: 'a', mountPoint: '/a' },
      { driver: 'overlay2', key: 'b', mountPoint: '/b' },
    ],
    ownRoot: undefined,
    networkNamespaces: 0,
    devicemapperSources: [],
  }),
  containerRoots: ok({ roots: new Map([['c2', { driver: 'overlay2' as const, key: 'a' }]]) }),
};

const diagnosisWith = (view: Partial<HostView>) => diagnose(snapshotOf({ ...host, ...view }, undefined));

it('judges a host of which everything was read, nested containers included', () => {
  const { zombieParents, scopes, mounts } = diagnosisWith({});
  expect(zombieParents).toEqual({ dockerd: 0, containerd: 0, shim: 0, container: 1, host: 1 });
  expect(scopes?.uninterruptible).toEqual({ container: 1, host: 0 });
  expect(mounts?.byDriver).toEqual(new Map([['overlay2', { live: 1, lingering: 1 }]]));
});

describe.each(failures)('what is $kind is not judged', (failure) => {
  it('processes', () => {
    expect(diagnosisWith({ processes: failure })).toMatchObject({ zombieParents: undefined, scopes: undefined });
  });

  it('cgroups: nobody knows who runs in a container', () => {
    const { zombieParents, scopes, mounts } = diagnosisWith({ containers: failure });
    expect([zombieParents, scopes, mounts]).toEqual([undefined, undefined, undefined]);
  });

  it('mounts, and the roots of containers', () => {
    expect(diagnosisWith({ mounts: failure }).mounts).toBeUndefined();
    expect(diagnosisWith({ containerRoots: failure }).mounts).toBeUndefined();
    expect(diagnosisWith({ mounts: failure }).zombieParents).toBeDefined();
  });
});

describe('what was read in part accuses no mount', () => {
  it.each(['containerRoots', 'containers', 'processes'] as const)('%s', (key) => {
    const partial = { ...host[key], missed: ['/proc/9/mountinfo: EACCES'] } as never;
    expect(diagnosisWith({ [key]: partial }).mounts).toBeUndefined();
  });
});

it('a host without mounts of containers has none that linger, whatever cannot be read', () => {
  const mounts = ok({ roots: [], ownRoot: undefined, networkNamespaces: 0, devicemapperSources: [] });
  for (const failure of failures) {
    expect(diagnosisWith({ mounts, containerRoots: failure }).mounts?.byDriver).toEqual(new Map());
  }
});

it('a host without cgroups has no containers', () => {
  const { zombieParents, scopes } = diagnosisWith({ containers: absent('no cgroups') });
  expect(zombieParents).toMatchObject({ container: 0, host: 2 });
  expect(scopes?.uninterruptible).toEqual({ container: 0, host: 1 });
});
