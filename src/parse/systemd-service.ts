import { andThen, ok, type Reading } from '../model/reading.ts';
import { containerOfCgroup } from './container-cgroup.ts';
import { parseProcessCgroup } from './process-cgroup.ts';

/** The last directory of a path that is a service: a service of a user runs below `user@1000.service`. */
const lastService = /.*\/([^/]+\.service)(?:\/|$)/;

/**
 * The systemd service that a process runs in, from `/proc/PID/cgroup` (cgroups(7)). Undefined for a process
 * of a container, though Docker or Podman may have made its cgroup below that of a service, and for one that is
 * in no service. On cgroup v1 systemd's own hierarchy says it, and other hierarchies may.
 *
 * @example `0::/system.slice/cron.service` and `1:name=systemd:/system.slice/docker.service/init` on cgroup v1
 */
export function parseSystemdService(text: string): Reading<string | undefined> {
  return andThen(parseProcessCgroup(text), (path) =>
    ok(containerOfCgroup(path) === undefined ? serviceOf(text) : undefined),
  );
}

function serviceOf(text: string): string | undefined {
  for (const line of text.split('\n')) {
    const path = line.slice(line.indexOf('/')).replace(/ \(deleted\)$/, '');
    const service = lastService.exec(path)?.[1];
    if (service !== undefined) return service;
  }
  return undefined;
}
