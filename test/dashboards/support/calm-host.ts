import { modernFiles } from '../../hosts/modern/files.ts';
import { removedId } from '../../hosts/overlay2/containers.ts';
import { dockerdPid } from '../../hosts/overlay2/daemons.ts';
import { makeAnswers } from '../../hosts/overlay2/engine.ts';
import { overlay2Figures } from '../../hosts/overlay2/figures.ts';
import { overlay2Mountinfo } from '../../hosts/overlay2/mounts.ts';
import { backupPid, makeProcesses } from '../../hosts/overlay2/processes.ts';
import type { EngineAnswers } from '../../support/engine-answers.ts';
import type { FixtureHostBuilder } from '../../support/fixture-host.ts';
import type { SyntheticProcess } from '../../support/process.ts';
import { writeSyntheticHost } from '../../support/synthetic-host.ts';

const isWell = ({ state, killPending, pid }: SyntheticProcess): boolean =>
  state !== 'Z' && killPending !== true && pid !== backupPid;

const withoutRemoved = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.includes(removedId))
    .join('\n');

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
    const processes = makeProcesses().filter(isWell);
    return writeSyntheticHost(dir, {
      processes,
      cgroups: { hierarchies: 'unified', dying: overlay2Figures.dyingCgroups },
      mountinfo: new Map([...overlay2Mountinfo].map(([namespace, text]) => [namespace, withoutRemoved(text)])),
      files: { ...modernFiles(overlay2Figures, processes), 'run/docker.pid': `${dockerdPid}` },
      answers: onlyRunning(makeAnswers()),
      now: overlay2Figures.now,
    });
  },
};
