import { modernFiles } from '../../hosts/modern/files.ts';
import { dockerdPid } from '../../hosts/overlay2/daemons.ts';
import { makeAnswers } from '../../hosts/overlay2/engine.ts';
import { overlay2Figures } from '../../hosts/overlay2/figures.ts';
import { tidiedMountinfo, tidiedProcesses } from '../../hosts/overlay2/tidied.ts';
import type { EngineAnswers } from '../../support/engine-answers.ts';
import type { FixtureHostBuilder } from '../../support/fixture-host.ts';
import { writeSyntheticHost } from '../../support/synthetic-host.ts';

/** The host `overlay2` after somebody has cleaned up: there is nothing to find. */
export const tidyHost: FixtureHostBuilder = {
  name: 'overlay2-tidy',
  build: async (dir) => {
    const processes = tidiedProcesses();
    return writeSyntheticHost(dir, {
      processes,
      cgroups: { hierarchies: 'unified', dying: 0 },
      mountinfo: tidiedMountinfo(),
      files: { ...modernFiles(overlay2Figures, processes), 'run/docker.pid': `${dockerdPid}` },
      answers: tidyAnswers(),
      now: overlay2Figures.now,
    });
  },
};

/** The first runc without the fault that the one of `overlay2` has. */
const repairedRunc = { RuncCommit: { ID: 'v1.3.6-0-g0a5fe1dc' } };

function tidyAnswers(): EngineAnswers {
  const answers = makeAnswers();
  const running = (answers.containers ?? []).filter(({ State }) => State === 'running');
  const components = [
    { Name: 'Engine', Version: '29.1.3' },
    { Name: 'containerd', Version: 'v2.2.0' },
    { Name: 'runc', Version: '1.3.6' },
  ];
  return {
    ...answers,
    info: { ...answers.info, ...repairedRunc },
    version: { ...answers.version, Components: components },
    containers: running,
  };
}
