import { parseDuration } from '../rules-lint/promql/literals.ts';

const units = { d: 86_400, h: 3600, m: 60, s: 1 } as const;

/** Seconds of a duration as rules write it, such as `1h30m`. */
export function secondsOf(duration: string): number {
  const seconds = parseDuration(duration);
  if (seconds !== undefined) return seconds;
  throw new Error(`expected a duration such as 1h30m, got ${JSON.stringify(duration.slice(0, 80))}`);
}

/** The shortest way to write it in days, hours, minutes and seconds: `45m` for 2700. Empty for 0. */
export function durationOf(seconds: number): string {
  let rest = seconds;
  let text = '';
  for (const unit of ['d', 'h', 'm', 's'] as const) {
    const count = Math.floor(rest / units[unit]);
    rest -= count * units[unit];
    if (count > 0) text += `${count}${unit}`;
  }
  return text;
}
