import { existsSync } from 'node:fs';
import { processes } from './proc.ts';
import { abandonedFolders } from './scratch.ts';
import { tearDown } from './teardown.ts';

const systemContainerd = '/run/containerd/containerd.sock';

/** Cleans up after runs that were killed, this one included, and refuses a machine that is in use. */
export function setup(): void {
  if (process.getuid?.() !== 0) throw new Error('the e2e tests start a dockerd: run them as root');
  if (existsSync(systemContainerd))
    throw new Error(
      `${systemContainerd} exists: a dockerd of the tests would share that containerd and its containers. ` +
        'Run the e2e tests on a machine without a running Docker',
    );
  sweep();
  const daemon = processes().find(({ comm, state }) => (comm === 'dockerd' || comm === 'containerd') && state !== 'Z');
  if (daemon !== undefined)
    throw new Error(
      `${daemon.comm} runs as process ${daemon.pid}: the e2e tests count what one Docker does to a machine. ` +
        'Run them on a machine without a running Docker',
    );
}

export const teardown = sweep;

function sweep(): void {
  for (const folder of abandonedFolders()) tearDown(folder);
}
