import type { FixtureHostBuilder } from '../support/fixture-host.ts';
import { writeSyntheticHost } from '../support/synthetic-host.ts';
import { modernFiles } from './modern/files.ts';
import { dockerdPid } from './overlay2/daemons.ts';
import { makeAnswers } from './overlay2/engine.ts';
import { overlay2Figures } from './overlay2/figures.ts';
import { overlay2Mountinfo } from './overlay2/mounts.ts';
import { makeProcesses } from './overlay2/processes.ts';

/**
 * A host of 2026 on cgroup v2 and systemd, with an Engine 29 that keeps its images in containerd. One of
 * each thing that can be wrong, among containers of Kubernetes, of Podman and of an Engine in a container.
 */
export const overlay2: FixtureHostBuilder = {
  name: 'overlay2',
  build: async (dir) => {
    const processes = makeProcesses();
    return writeSyntheticHost(dir, {
      processes,
      cgroups: { hierarchies: 'unified', dying: overlay2Figures.dyingCgroups },
      mountinfo: overlay2Mountinfo,
      files: { ...modernFiles(overlay2Figures, processes), 'run/docker.pid': `${dockerdPid}` },
      answers: makeAnswers(),
      now: overlay2Figures.now,
    });
  },
};
