import type { LoadAverage } from '../model/host.ts';
import { ok, type Reading } from '../model/reading.ts';
import { decimalNumber, unexpected } from './text.ts';

/**
 * Parses `/proc/loadavg` (proc_loadavg(5)): load averages over 1, 5 and 15 minutes. What follows them,
 * runnable/existing tasks and the last pid, is only asked for as proof that the line is whole.
 *
 * @example `0.95 0.36 0.13 1/173 1052`
 */
export function parseLoadAverage(text: string): Reading<LoadAverage> {
  const [, first, second, third] = /^(\S+) (\S+) (\S+) \d+\/\d+ \d+\n?$/.exec(text) ?? [];
  const [one, five, fifteen] = [decimalNumber(first), decimalNumber(second), decimalNumber(third)];
  return one === undefined || five === undefined || fifteen === undefined
    ? unexpected('"1m 5m 15m running/tasks lastpid"', text)
    : ok({ '1m': one, '5m': five, '15m': fifteen });
}
