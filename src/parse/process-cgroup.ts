import { ok, type Reading } from '../model/reading.ts';
import { containerOfCgroup } from './container-cgroup.ts';
import { unexpected } from './text.ts';

/** `freezer` last: a process that was frozen by hand has left its container there and nowhere else. */
const freezer = /(^|,)freezer(,|$)/;

/**
 * Parses `/proc/PID/cgroup` (cgroups(7)): the path that names a container if one does, else that of the
 * first line. On cgroup v1 there is a line for each hierarchy, on v2 one that begins with `0::`.
 *
 * @example `0::/system.slice/docker-2d0b81e1….scope` and `12:pids:/docker/2d0b81e1…`
 */
export function parseProcessCgroup(text: string): Reading<string> {
  const lines: { controllers: string; path: string }[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, controllers, path] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (controllers === undefined || path === undefined) return unexpected('"number:controllers:path"', line);
    lines.push({ controllers, path: path.replace(/ \(deleted\)$/, '') });
  }
  if (lines.length === 0) return unexpected('at least one line', text);
  const trusted = lines.filter(({ controllers }) => !freezer.test(controllers));
  const chosen = trusted.find(({ path }) => containerOfCgroup(path) !== undefined) ?? trusted[0] ?? lines[0];
  return ok(chosen?.path ?? '');
}
