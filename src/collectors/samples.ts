import type { MetricSpec, Sample } from '../model/sample.ts';

/** A sample, or none when there is no value: what could not be looked at is left out. */
export function sample(
  spec: MetricSpec,
  value: number | undefined,
  labels?: Readonly<Record<string, string>>,
): readonly Sample[] {
  if (value === undefined || !Number.isFinite(value)) return [];
  return [labels === undefined ? { metric: spec.name, value } : { metric: spec.name, value, labels }];
}

/** One sample for each value of a label, in the order of the closed list. */
export function byLabel<Value extends string>(
  spec: MetricSpec,
  label: string,
  values: readonly Value[],
  get: (value: Value) => number | undefined,
  labels: Readonly<Record<string, string>> = {},
): readonly Sample[] {
  return values.flatMap((value) => sample(spec, get(value), { ...labels, [label]: value }));
}

/** A state set: every state is there, exactly one of them is 1. */
export function stateSet<State extends string>(
  spec: MetricSpec,
  states: readonly State[],
  current: State,
  labels: Readonly<Record<string, string>> = {},
): readonly Sample[] {
  return byLabel(spec, 'state', states, (state) => (state === current ? 1 : 0), labels);
}

/** An info metric: value 1, the facts in the labels, an empty one for a fact that is not known. */
export function info(spec: MetricSpec, facts: Readonly<Record<string, string | undefined>>): readonly Sample[] {
  const labels = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, value ?? '']));
  return [{ metric: spec.name, labels, value: 1 }];
}
