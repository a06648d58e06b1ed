import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Ends processes whose command line names `directory`: shims and a containerd that outlived their
 * dockerd. The name is a fresh temporary directory, so nobody else's process can carry it.
 */
export async function endProcessesOf(directory: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const pids = processesNaming(directory);
    if (pids.length === 0) return;
    for (const pid of pids) endPid(pid);
    await delay(100);
  }
  console.error(`bench: still running: ${processesNaming(directory).join(' ')}`);
}

const processesNaming = (directory: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => readOrNothing(`/proc/${name}/cmdline`).includes(`${directory}/`))
    .map(Number);

function endPid(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Unmounts all that is mounted below `directory`, the innermost first. */
export function unmountBelow(directory: string): void {
  const points = readOrNothing('/proc/self/mountinfo')
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((point) => point.startsWith(`${directory}/`));
  for (const point of points.reverse()) spawnSync('umount', ['--lazy', point]);
}

/** The file's text; nothing when its process is gone. */
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
