import type { Exposition } from './exposition.ts';

/** The one state of a state set that is 1. @throws Error unless it is exactly one. */
export function stateOf(exposition: Exposition, name: string, labels: Readonly<Record<string, string>>): string {
  const states = Object.entries(exposition.by(name, 'state', labels));
  const set = states.filter(([, value]) => value === 1);
  if (set.length !== 1 || states.some(([, value]) => value !== 0 && value !== 1))
    throw new Error(`${name} ${JSON.stringify(labels)}: not a state set: ${JSON.stringify(states)}`);
  return set[0]?.[0] ?? '';
}

/** The state of each probe of the Engine API. */
export function probeStates(exposition: Exposition): Record<string, string> {
  const metric = 'dockerhost_engine_probe_state';
  const probes = ['ping', 'list', 'info'];
  return Object.fromEntries(probes.map((probe) => [probe, stateOf(exposition, metric, { probe })]));
}

export const all = (state: string) => ({ ping: state, list: state, info: state });

/** Names of the collectors by success. */
export function collectors(exposition: Exposition): { succeeded: string[]; failed: string[] } {
  const success = Object.entries(exposition.by('dockerhost_collector_success', 'collector'));
  const named = (value: number) => success.filter((each) => each[1] === value).map(([name]) => name);
  return { succeeded: named(1).sort(), failed: named(0).sort() };
}
