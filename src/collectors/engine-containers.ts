import { type ContainerState, containerStates, type ListedContainer } from '../model/engine.ts';
import type { MetricSpec, Sample } from '../model/sample.ts';
import { byLabel } from './samples.ts';

const cached =
  'From /containers/json, cached: fetched again after an event of the Engine, at most every --containers.interval.';
/** What was left behind, and the state that the Engine gives it. */
const leftovers = {
  exited_container: 'exited',
  dead_container: 'dead',
  created_container: 'created',
} as const satisfies Record<string, ContainerState>;
const kinds = Object.keys(leftovers) as readonly (keyof typeof leftovers)[];
const states = [...containerStates, 'other'] as const;

const containers: MetricSpec = {
  name: 'dockerhost_containers',
  type: 'gauge',
  help: `Containers by the state that the Engine gives them. ${cached}`,
  labels: { state: states },
};
const oldestLeftover: MetricSpec = {
  name: 'dockerhost_oldest_leftover_timestamp_seconds',
  type: 'gauge',
  help: `Creation time (unix time) of the oldest container that is not in use: tells whether the clean-up job runs. No sample when there is none. ${cached}`,
  labels: { kind: kinds },
};

export const containerMetrics: readonly MetricSpec[] = [containers, oldestLeftover];

export function containerSamples(list: readonly ListedContainer[] | undefined): readonly Sample[] {
  if (list === undefined) return [];
  const counts = new Map<string, number>();
  const oldest = new Map<string, number>();
  for (const { state, created } of list) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
    oldest.set(state, Math.min(created, oldest.get(state) ?? created));
  }
  // "other" is only there when the Engine used a word that we do not know
  const shown = states.filter((state) => state !== 'other' || counts.has(state));
  return [
    ...byLabel(containers, 'state', shown, (state) => counts.get(state) ?? 0),
    ...byLabel(oldestLeftover, 'kind', kinds, (kind) => oldest.get(leftovers[kind])),
  ];
}
