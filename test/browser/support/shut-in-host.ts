import { modernFiles } from '../../hosts/modern/files.ts';
import { hostNamespace, modernHostMounts } from '../../hosts/modern/mounts.ts';
import { service } from '../../hosts/modern/services.ts';
import { overlay2Figures } from '../../hosts/overlay2/figures.ts';
import type { FixtureHostBuilder } from '../../support/fixture-host.ts';
import { mountinfo } from '../../support/mountinfo.ts';
import { writeSyntheticHost } from '../../support/synthetic-host.ts';

/** What an exporter in a container sees that got neither the processes of the host nor the socket of its Engine. */
export const shutInHost: FixtureHostBuilder = {
  name: 'shut-in',
  build: async (dir) => {
    const processes = [service(1, 'node', '/')];
    return writeSyntheticHost(dir, {
      processes,
      cgroups: { hierarchies: 'unified' },
      mountinfo: new Map([[hostNamespace, mountinfo(modernHostMounts)]]),
      files: modernFiles(overlay2Figures, processes),
      now: overlay2Figures.now,
    });
  },
};
