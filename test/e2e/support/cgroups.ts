import { existsSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mounts } from './proc.ts';
import { attempt, retry } from './retry.ts';

const hierarchies = (): string[] =>
  mounts()
    .filter((mount) => mount.fsType.startsWith('cgroup'))
    .map((mount) => mount.mountPoint);

/** Folders of these containers in every cgroup hierarchy. */
export function cgroupsOf(ids: readonly string[]): string[] {
  return hierarchies()
    .flatMap((hierarchy) => ids.map((id) => join(hierarchy, 'docker', id)))
    .filter(existsSync);
}

/** Removes a cgroup with all below it; waits up to two seconds for its processes to leave. */
export function removeTree(cgroup: string): boolean {
  if (!existsSync(cgroup)) return true;
  for (const entry of readdirSync(cgroup, { withFileTypes: true }))
    if (entry.isDirectory()) removeTree(join(cgroup, entry.name));
  return retry(40, () => attempt(() => rmdirSync(cgroup)));
}

/** Notes which of the `docker` cgroups are not there yet, so that `tearDown` takes away those and no others. */
export function noteCgroupParents(folder: string): void {
  const missing = hierarchies()
    .map((hierarchy) => join(hierarchy, 'docker'))
    .filter((parent) => !existsSync(parent));
  writeFileSync(join(folder, 'cgroup-parents'), missing.join('\n'));
}

/** The counterpart of `noteCgroupParents`. */
export function removeCgroupParents(folder: string): void {
  const noted = join(folder, 'cgroup-parents');
  if (!existsSync(noted)) return;
  // One that is not empty belongs to another engine by now; rmdir leaves it alone.
  for (const parent of readFileSync(noted, 'utf8').split('\n').filter(existsSync)) attempt(() => rmdirSync(parent));
}
