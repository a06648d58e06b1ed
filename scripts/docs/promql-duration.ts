/** Units of a duration in PromQL, the longest first, in seconds. Months do not exist there, and nothing here needs ms. */
const units = { y: 31_536_000, w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 } as const;

/** Seconds of a duration as rules write it, such as `1h30m`. */
export function secondsOf(duration: string): number {
  const parts = [...duration.matchAll(/(\d+)([ywdhms])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== duration) {
    throw new Error(`expected a duration such as 1h30m, got ${JSON.stringify(duration.slice(0, 80))}`);
  }
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * units[unit as keyof typeof units], 0);
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
