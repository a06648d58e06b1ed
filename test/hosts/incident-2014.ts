import type { FixtureHostBuilder } from '../support/fixture-host.ts';
import { seededRandom } from '../support/random.ts';
import { writeSyntheticHost } from '../support/synthetic-host.ts';
import { type IncidentContainer, makeContainers } from './incident-2014/containers.ts';
import { makeAnswers } from './incident-2014/engine.ts';
import { incident } from './incident-2014/figures.ts';
import { makeFiles } from './incident-2014/files.ts';
import { controllers, mountinfoByNamespace } from './incident-2014/mounts.ts';
import { makeProcesses } from './incident-2014/processes.ts';

const seed = 20140213;

/**
 * The CI host of "Our Docker host turned into a rubbish dump", at the moment `docker run` fails: Docker 0.8
 * with LXC and devicemapper on Debian 7. Figures on the slides are exact; the rest is reconstructed.
 */
export const incident2014: FixtureHostBuilder = {
  name: 'incident-2014',
  build: async (dir) => {
    const random = seededRandom(seed);
    const made = makeContainers(random);
    const processes = makeProcesses(made, random);
    return writeSyntheticHost(dir, {
      processes,
      cgroups: { hierarchies: controllers, empty: made.containers.filter(leftCgroup).map(({ id }) => `/lxc/${id}`) },
      mountinfo: mountinfoByNamespace(made.containers),
      files: makeFiles(made, processes),
      answers: makeAnswers(made.containers, processes, random),
      now: incident.now,
    });
  },
};

/** LXC left the cgroup directories of these behind, without a process in them. */
const leftCgroup = ({ kind }: IncidentContainer): boolean => kind === 'ghost' || kind === 'exitedMounted';
