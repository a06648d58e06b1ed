/**
 * Rules and routing with every duration divided by one factor, so that an hour passes in a minute. Text in, text out:
 * nothing else is touched (scale.test.ts proves it on the shipped files).
 */
const unitMs: Readonly<Record<string, number>> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };

const shorter = (duration: string, factor: number): string => {
  const ms = (Number(duration.slice(0, -1)) * (unitMs[duration.slice(-1)] ?? Number.NaN)) / factor;
  if (!Number.isInteger(ms)) throw new Error(`expected a duration that ${factor} divides to whole ms, got ${duration}`);
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`;
};

/** `for: 5m`, `[30m]` also in the queries of annotations, `offset 6h`. */
const ofRules = /(?<=^ *(?:interval|for|keep_firing_for): |\[|\boffset )\d+[smhdw]\b/gm;

/** Seconds are written as multiples of an hour: `24 * 3600`, `> 3600`. */
const anHour = /\b3600\b/g;

/**
 * A rule file for a clock that is `factor` times as fast. What is measured in the seconds of the machine is no
 * duration of a rule and stays: how long the Engine takes to answer, how long a scrape does.
 */
export const scaleRules = (text: string, factor: number): string =>
  text.replace(ofRules, (duration) => shorter(duration, factor)).replace(anHour, String(3600 / factor));

const ofRouting = /(?<=^ *group_wait: |^ *group_interval: |^ *repeat_interval: )\d+[smhdw]\b/gm;

/** The same for the waiting times of Alertmanager's routes. */
export const scaleRouting = (text: string, factor: number): string =>
  text.replace(ofRouting, (duration) => shorter(duration, factor));
