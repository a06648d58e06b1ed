import { modernFiles } from '../../hosts/modern/files.ts';
import { db, web } from '../../hosts/overlay2/containers.ts';
import { dockerdPid } from '../../hosts/overlay2/daemons.ts';
import { makeAnswers } from '../../hosts/overlay2/engine.ts';
import { overlay2Figures } from '../../hosts/overlay2/figures.ts';
import { overlay2Mountinfo } from '../../hosts/overlay2/mounts.ts';
import { makeProcesses } from '../../hosts/overlay2/processes.ts';
import type { EngineAnswers } from '../../support/engine-answers.ts';
import type { FixtureHostBuilder } from '../../support/fixture-host.ts';
import type { SyntheticProcess } from '../../support/process.ts';
import { writeSyntheticHost } from '../../support/synthetic-host.ts';

/**
 * Names that would act if a page showed them as they are. A process has 15 characters, and may choose them; a
 * container's name with a slash is that of a link.
 */
export const markup = {
  container: '<svg onload=alert(1)>',
  otherContainer: '<script>alert(1)<script>',
  process: '<img src=//a.b>',
  parent: `"'><style>*{`,
  dataRoot: '/var/lib/<script>alert(2)</script>',
} as const;

/** The host `overlay2`, on which names are markup. */
export const markupHost: FixtureHostBuilder = {
  name: 'markup',
  build: async (dir) => {
    const processes = makeProcesses().map(renamed);
    return writeSyntheticHost(dir, {
      processes,
      cgroups: { hierarchies: 'unified', dying: overlay2Figures.dyingCgroups },
      mountinfo: overlay2Mountinfo,
      files: { ...modernFiles(overlay2Figures, processes), 'run/docker.pid': `${dockerdPid}` },
      answers: markupAnswers(),
      now: overlay2Figures.now,
    });
  },
};

const newProcessNames: Readonly<Record<string, string>> = {
  pg_basebackup: markup.process,
  umount: markup.process,
  postgres: markup.parent,
  'backup-agent': markup.process,
};

const renamed = (process: SyntheticProcess): SyntheticProcess => ({
  ...process,
  comm: newProcessNames[process.comm] ?? process.comm,
});

const newContainerNames: Readonly<Record<string, string>> = {
  [db.id]: markup.container,
  [web.id]: markup.otherContainer,
};

function markupAnswers(): EngineAnswers {
  const answers = makeAnswers();
  const containers = (answers.containers ?? []).map((container) => {
    const name = newContainerNames[container.Id];
    return name === undefined ? container : { ...container, Names: [`/${name}`] };
  });
  return { ...answers, info: { ...answers.info, DockerRootDir: markup.dataRoot }, containers };
}
