import { ok, type Reading } from '../model/reading.ts';
import { unexpected, wholeNumber } from './text.ts';

/**
 * Parses a pidfile such as `/var/run/docker.pid`. dockerd writes the number alone, start scripts add a
 * newline. An empty file is what a daemon leaves that died, or a disk that filled up, while writing it.
 *
 * @example `184`
 */
export function parsePidfile(text: string): Reading<number> {
  const pid = wholeNumber(text.trim());
  return pid === undefined || pid === 0 ? unexpected('a process id', text) : ok(pid);
}
