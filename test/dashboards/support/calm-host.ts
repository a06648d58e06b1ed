import { modernFiles } from '../../hosts/modern/files.ts';
import { dockerdPid } from '../../hosts/overlay2/daemons.ts';
import { makeAnswers } from '../../hosts/overlay2/engine.ts';
import { overlay2Figures } from '../../hosts/overlay2/figures.ts';
import { tidiedMountinfo, tidiedProcesses } from '../../hosts/overlay2/tidied.ts';
import type { EngineAnswers } from '../../support/engine-answers.ts';
import type { FixtureHostBuilder } from '../../support/fixture-host.ts';
import { writeSyntheticHost } from '../../support/synthetic-host.ts';

/** The driver is the older one of the two, which says more of itself than the one of `overlay2`. */
const driver = {
  Driver: 'overlay2',
  DriverStatus: [
    ['Backing Filesystem', 'extfs'],
    ['Supports d_type', 'true'],
  ],
};

const onlyRunning = (answers: EngineAnswers): EngineAnswers => ({
  ...answers,
  info: { ...answers.info, ...driver },
  containers: (answers.containers ?? []).filter(({ State }) => State === 'running'),
});

/** `overlay2` without its faults: no zombie, nothing unkillable, no mount left, no container but those that run. */
export const calm: FixtureHostBuilder = {
  name: 'calm',
  build: async (dir) => {
    const processes = tidiedProcesses();
    return writeSyntheticHost(dir, {
      processes,
      cgroups: { hierarchies: 'unified', dying: overlay2Figures.dyingCgroups },
      mountinfo: tidiedMountinfo(),
      files: { ...modernFiles(overlay2Figures, processes), 'run/docker.pid': `${dockerdPid}` },
      answers: onlyRunning(makeAnswers()),
      now: overlay2Figures.now,
    });
  },
};
