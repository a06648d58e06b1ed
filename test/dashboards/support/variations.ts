import type { Dashboard, Variable } from './grafana.ts';
import { downHost, type FleetHost, fleet, goneHost } from './hosts.ts';
import type { Multi, Values } from './interpolate.ts';
import { type World, worlds } from './site.ts';

/**
 * What may be empty. `full`: nothing, all hosts are chosen. `sick`: nothing that no other sick host shows, as one host
 * cannot have every fault. `healthy`: what the list of exceptions allows. `any`: everything.
 */
export type Expectation = 'full' | 'sick' | 'healthy' | 'any';

/** A choice in the drop-downs at the top of a dashboard. */
export interface Variation {
  readonly name: string;
  readonly world: World;
  readonly expectation: Expectation;
  readonly values: Values;
}

/** Only the variables that these tests know how to choose. */
const chosen = ['cluster', 'job', 'instance'] as const;

const variablesOf = (dashboard: Dashboard): readonly Variable[] => dashboard.templating?.list ?? [];

/** Variables that are escaped for regular expressions. */
export const multiOf = (dashboard: Dashboard): Multi =>
  new Set(variablesOf(dashboard).flatMap(({ name, multi, includeAll }) => (multi || includeAll ? name : [])));

/** Without a value for All Grafana takes the list of all: what `label_values` finds on the hosts of these tests. */
const lists: Values = { job: ['docker-host'] };

/** What the dashboard says stands for All. Errors: nothing, where a list misses what has no label. */
function allOf(variable: Variable | undefined): Values[string] | undefined {
  if (!variable?.includeAll) return undefined;
  const list = lists[variable.name];
  if (!variable.allValue && list !== undefined) return list;
  if (!variable.allValue) throw new Error(`variable ${variable.name}: expected an allValue such as .*, got none`);
  return { raw: variable.allValue };
}

/** A constant or a text that is not chosen among the hosts. */
function fixedValues(dashboard: Dashboard): Values {
  const others = variablesOf(dashboard).filter(({ name }) => !(chosen as readonly string[]).includes(name));
  return Object.fromEntries(
    others.map(({ name, type, query, current }) => {
      const value = type === 'datasource' ? 'live' : (current?.value ?? (typeof query === 'string' ? query : ''));
      return [name, typeof value === 'string' ? [value] : value];
    }),
  );
}

/**
 * Each world with all hosts, and with one host after the other. Where a dashboard
 * has no instance to choose, the hosts are chosen by their cluster if there is any.
 */
export function variationsOf(dashboard: Dashboard): readonly Variation[] {
  const byName = new Map(variablesOf(dashboard).map((variable) => [variable.name, variable]));
  const all = Object.fromEntries(
    chosen.flatMap((name) => {
      const value = allOf(byName.get(name));
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const fixed = fixedValues(dashboard);
  const make = (name: string, world: World, expectation: Expectation, values: Values): Variation => ({
    name: `${world}, ${name}`,
    world,
    expectation,
    values: { ...fixed, ...all, ...values },
  });
  return worlds.flatMap((world) => [
    ...(byName.has('instance') && all['instance'] === undefined ? [] : [make('all hosts', world, 'full', {})]),
    ...(byName.has('instance') ? oneByOne(world, make) : []),
    ...(world === 'with cluster' && byName.has('cluster') ? byCluster(byName.has('instance'), make) : []),
  ]);
}

type Make = (name: string, world: World, expectation: Expectation, values: Values) => Variation;

const expectations = { sick: 'sick', healthy: 'healthy', other: 'any' } as const;

/** Hosts to choose alone. Of those that are down or gone Prometheus knows no more than that. */
const choosable: readonly Pick<FleetHost, 'instance' | 'cluster' | 'role'>[] = [
  ...fleet,
  { ...downHost, role: 'sick' },
  { ...goneHost, role: 'sick' },
];

const oneByOne = (world: World, make: Make): readonly Variation[] =>
  choosable.map(({ instance, cluster, role }) => {
    const ofCluster = world === 'with cluster' ? { cluster: [cluster] } : {};
    const values = { ...ofCluster, job: ['docker-host'], instance: [instance] };
    return make(instance, world, expectations[role], values);
  });

/** `web` has none but healthy hosts; both together are two values of a variable that may have several. */
const byCluster = (hasInstance: boolean, make: Make): readonly Variation[] =>
  hasInstance
    ? []
    : [
        make('cluster web', 'with cluster', 'healthy', { cluster: ['web'] }),
        make('clusters ci and web', 'with cluster', 'full', { cluster: ['ci', 'web'] }),
      ];
