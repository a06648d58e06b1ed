import type { MetricSpec, Sample } from '../../src/model/sample.ts';

/** What samples do against their declarations; each function names the offenders, and nothing when all is well. */

const seriesOf = ({ metric, labels = {} }: Sample, without?: string): string =>
  `${metric}${JSON.stringify(Object.entries(labels).filter(([name]) => name !== without))}`;

/** Samples of a metric that is not declared, or whose labels or values are not those of the declaration. */
export function undeclared(specs: readonly MetricSpec[], samples: readonly Sample[]): string[] {
  const byName = new Map(specs.map((spec) => [spec.name, spec]));
  return samples.filter((sample) => !fits(byName.get(sample.metric), sample)).map((sample) => seriesOf(sample));
}

function fits(spec: MetricSpec | undefined, { labels = {}, value }: Sample): boolean {
  if (spec === undefined || !Number.isFinite(value)) return false;
  if (spec.type === 'info' && value !== 1) return false;
  if (spec.type === 'counter' && value < 0) return false;
  const declared = Object.entries(spec.labels ?? {});
  const sameNames =
    JSON.stringify(Object.keys(labels).sort()) === JSON.stringify(declared.map(([name]) => name).sort());
  return sameNames && declared.every(([name, values]) => values === 'free' || values.includes(labels[name] as string));
}

export function duplicates(samples: readonly Sample[]): string[] {
  const keys = samples.map((sample) => seriesOf(sample)).sort();
  return keys.filter((key, index) => key === keys[index - 1]);
}

/** A metric called `…_state` with a label `state` is a state set: all states are there and one of them is 1. */
export function brokenStateSets(specs: readonly MetricSpec[], samples: readonly Sample[]): string[] {
  const broken: string[] = [];
  for (const spec of specs.filter(isStateSet)) {
    const sets = new Map<string, Sample[]>();
    for (const sample of samples.filter(({ metric }) => metric === spec.name)) {
      const key = seriesOf(sample, 'state');
      sets.set(key, [...(sets.get(key) ?? []), sample]);
    }
    for (const [key, set] of sets) if (!isWhole(spec, set)) broken.push(key);
  }
  return broken;
}

export const isStateSet = ({ name, labels }: MetricSpec): boolean =>
  name.endsWith('_state') && Boolean(labels?.['state']);

function isWhole(spec: MetricSpec, set: readonly Sample[]): boolean {
  const values = set.map(({ value }) => value).sort();
  const isOneHot = values.at(-1) === 1 && values.slice(0, -1).every((value) => value === 0);
  return isOneHot && set.length === spec.labels?.['state']?.length;
}
