import type { FixtureHostBuilder } from '../support/fixture-host.ts';
import { mountinfo } from '../support/mountinfo.ts';
import { writeSyntheticHost } from '../support/synthetic-host.ts';
import { modernFiles } from './modern/files.ts';
import { modernKernelThreads } from './modern/kernel-threads.ts';
import { hostNamespace, modernHostMounts } from './modern/mounts.ts';
import { modernServices, service } from './modern/services.ts';

export const withoutDockerFigures = {
  processes: 120,
  now: Date.UTC(2026, 10, 22, 12, 0, 0) / 1000,
  bootTime: Date.UTC(2026, 10, 1, 6, 30, 0) / 1000,
  loadAverage: '0.12 0.08 0.05',
  memory: { total: 4_026_532, available: 3_102_224 },
} as const;

const nginxPids = [700, 701, 702];

/** A small healthy host on cgroup v2 that has never seen Docker: no daemon, no socket, no container. */
export const withoutDocker: FixtureHostBuilder = {
  name: 'without-docker',
  build: async (dir) => {
    const userProcesses = [
      ...modernServices(),
      ...nginxPids.map((pid) => service(pid, 'nginx', '/system.slice/nginx.service')),
    ];
    const kernelThreads = modernKernelThreads(withoutDockerFigures.processes - userProcesses.length);
    const processes = [...kernelThreads, ...userProcesses];
    return writeSyntheticHost(dir, {
      processes,
      cgroups: { hierarchies: 'unified' },
      mountinfo: new Map([[hostNamespace, mountinfo(modernHostMounts)]]),
      files: modernFiles(withoutDockerFigures, processes),
      now: withoutDockerFigures.now,
    });
  },
};
