import { describe, expect, it } from 'vitest';
import { okValue } from '../../src/model/reading.ts';
import { parseMountinfo } from '../../src/parse/mountinfo.ts';
import { HostFiles } from '../../src/sources/procfs/host-files.ts';
import { MountNamespaceReader } from '../../src/sources/procfs/mount-namespaces.ts';
import { readHostTable, rootsOfOthers, summariseMounts } from '../../src/sources/procfs/mount-table.ts';
import { readProcessTable } from '../../src/sources/procfs/process-table.ts';
import { readParsed } from '../../src/sources/procfs/read-parsed.ts';
import { fixtureHosts } from '../hosts/index.ts';
import { overlay2Figures } from '../hosts/overlay2/figures.ts';
import { backupPid } from '../hosts/overlay2/processes.ts';
import { buildFixtureHost } from './fixture-host.ts';

/** Mounts of containers in other namespaces than the host's, by holder, apart from those that the host has too. */
async function lookInto(name: string) {
  const builder = fixtureHosts.find((each) => each.name === name);
  if (builder === undefined) throw new Error(`no host ${name}`);
  const host = await buildFixtureHost(builder);
  try {
    const files = new HostFiles(host);
    const table = okValue(readProcessTable(files, 4096));
    const entries = okValue(readHostTable(files));
    if (table === undefined || entries === undefined) throw new Error(`${name}: no processes or no mounts`);
    const reading = new MountNamespaceReader().read(files, table, rootsOfOthers(entries));
    if (reading.kind !== 'ok') throw new Error(reading.detail);
    const onHost = new Set(summariseMounts(entries).roots.map(({ key }) => key));
    const { namespaces, read, skipped } = reading.value;
    const holders = namespaces.map(({ holder, roots }) => {
      const { pid, comm, service } = holder;
      const ownTable = okValue(readParsed(files, files.proc(`${pid}/mountinfo`), parseMountinfo)) ?? [];
      const deviceAt = (place: string) => ownTable.find(({ mountPoint }) => mountPoint === place)?.device;
      const only = roots
        .filter(({ key }) => !onHost.has(key))
        .map(({ mountPoint }) => [mountPoint, deviceAt(mountPoint)]);
      return { pid, comm, service, copies: roots.length - only.length, only };
    });
    return { read, skipped, missed: reading.missed, holders };
  } finally {
    await host.dispose();
  }
}

const complete = { skipped: 0, missed: undefined };

describe('mounts of containers in other namespaces', () => {
  it('devicemapper-leaking: two of removed containers, held by a sleep', async () => {
    const only = [
      ['/mnt/a', '253:1'],
      ['/mnt/b', '253:2'],
    ];
    expect(await lookInto('devicemapper-leaking')).toMatchObject({
      ...complete,
      read: 5,
      holders: [{ pid: 835, comm: 'sleep', service: undefined, only }],
    });
  });

  it('devicemapper-crowded: copies of what is mounted on the host, and nothing else', async () => {
    expect(await lookInto('devicemapper-crowded')).toMatchObject({
      ...complete,
      read: 23,
      holders: [{ pid: 1824, comm: 'sleep', copies: 2, only: [] }],
    });
  });

  it.each([
    ['devicemapper-healthy', 4],
    ['incident-2014', 27],
    ['without-docker', 0],
  ])('%s: none', async (name, read) => {
    expect(await lookInto(name)).toMatchObject({ ...complete, read, holders: [] });
  });

  it('overlay2: one held by a service, copies, and the container of a container', async () => {
    const { holders, ...counts } = await lookInto('overlay2');
    const onHost = overlay2Figures.liveMounts + overlay2Figures.lingeringMounts;
    expect(counts).toMatchObject({ ...complete, read: 9 });
    expect(holders).toEqual([
      { pid: 303, comm: 'systemd-logind', service: 'systemd-logind.service', copies: onHost, only: [] },
      {
        pid: 1400,
        comm: 'dockerd',
        service: undefined,
        copies: 0,
        only: [[expect.stringMatching(/\/overlay2\/.*\/merged$/), '0:103']],
      },
      {
        pid: backupPid,
        comm: 'backup-agent',
        service: 'backup-agent.service',
        copies: onHost,
        only: [['/run/backup/rootfs', '0:117']],
      },
    ]);
  });
});
