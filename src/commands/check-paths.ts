import fs from 'node:fs';
import type { Config } from '../config/config.ts';

const flags = { procfs: '--path.procfs', sysfs: '--path.sysfs', rootfs: '--path.rootfs' } as const;

/**
 * Makes sure that the trees to read are there. A typo in a path would otherwise look like a host on
 * which nothing runs.
 *
 * @throws Error naming the flag, the path and what is wrong with it
 */
export function checkPaths(config: Pick<Config, keyof typeof flags>): void {
  for (const [key, flag] of Object.entries(flags) as [keyof typeof flags, string][]) {
    const path = config[key];
    const problem = problemOf(path);
    if (problem !== undefined) throw new Error(`${flag}: expected a directory that can be read, ${path} ${problem}`);
  }
}

function problemOf(path: string): string | undefined {
  try {
    return fs.statSync(path).isDirectory() ? undefined : 'is none';
  } catch (error) {
    return `gives ${(error as NodeJS.ErrnoException).code}`;
  }
}
