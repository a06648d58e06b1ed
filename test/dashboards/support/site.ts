import { eventually } from '../../e2e/support/wait.ts';
import type { Api, Series } from './api.ts';
import { backFill } from './back-fill.ts';
import { startFleet, type Target } from './fleet.ts';
import type { Labels } from './grafana.ts';
import { historyOf } from './history.ts';
import { downHost, fleet, goneHost } from './hosts.ts';
import { prometheusFolder, type ScrapeTarget, startPrometheus } from './prometheus.ts';

/** Whether the targets have the label `cluster`. */
export type World = 'without cluster' | 'with cluster';
export const worlds: readonly World[] = ['without cluster', 'with cluster'];

/** A Prometheus with a past of 26 hours. */
export interface Place {
  readonly api: Api;
  /** Unix time at which queries end: the present has been scraped and evaluated then. */
  readonly now: number;
}

/** One for each world; both scrape the same exporters. */
export type Site = Readonly<Record<World, Place>>;

const clusters = new Map([...fleet, downHost, goneHost].map(({ instance, cluster }) => [instance, cluster]));

const labelsIn = (world: World, instance: string): Labels => ({
  instance,
  ...(world === 'with cluster' ? { cluster: clusters.get(instance) ?? '' } : {}),
});

function targetsIn(world: World, targets: readonly Target[]): readonly ScrapeTarget[] {
  const up = targets.map(({ host, address }) => ({ address, labels: labelsIn(world, host.instance) }));
  // the port of nobody
  return [...up, { address: '127.0.0.1:1', labels: labelsIn(world, downHost.instance) }];
}

/** Everything that Prometheus has made of the first scrapes: series, recorded series, alerts. */
async function presentOf(targets: readonly Target[]): Promise<readonly Series[]> {
  const { api, stop } = await startPrometheus(prometheusFolder(targetsIn('without cluster', targets)));
  const { series } = await api.instant('{__name__!=""}', await untilComplete(api));
  await stop();
  return series;
}

/**
 * Waits until all is there: the busiest thread is told last, as it takes 5 s to measure, and rules on rules take one
 * evaluation more each. Gives the time at which it was: a scrape that fails later, on a busy machine, changes nothing
 * for queries that end then.
 */
async function untilComplete(api: Api): Promise<number> {
  const numberOf = async (query: string, time: number) =>
    Number((await api.instant(`count(${query})`, time)).series[0]?.points[0]?.[1]);
  const busiest = 'instance_daemon:dockerhost_daemon_busiest_thread_cpu:ratio';
  await eventually('the busiest threads', async () => (await numberOf(busiest, Date.now() / 1000)) > 0);
  await eventually('every rule to be evaluated', async () =>
    (await api.rules()).every(({ health }) => health === 'ok'),
  );
  let before = Number.NaN;
  const steady = async () => {
    const time = Math.floor(Date.now() / 1000);
    const [series, up] = [await numberOf('{__name__!=""}', time), await numberOf('min_over_time(up[5s]) == 1', time)];
    const isSteady = series === before && up === fleet.length;
    before = series;
    return isSteady && time;
  };
  return Number(await eventually('every host to be up, and as many series as before', steady, undefined, patience));
}

/** Longer than it takes to scrape and to evaluate. */
const patience = { within: 90, every: 1500 };

async function startWorld(world: World, targets: readonly Target[], present: readonly Series[]): Promise<Place> {
  const folder = prometheusFolder(targetsIn(world, targets));
  const withCluster = (labels: Labels): Labels => {
    const { instance, __name__: name = '' } = labels;
    const own = instance === undefined ? {} : labelsIn(world, instance);
    const ofFleet = world === 'with cluster' && name.startsWith('cluster') ? { cluster: 'ci' } : {};
    return { ...labels, ...own, ...ofFleet };
  };
  const until = Math.floor(Date.now() / 1000);
  await backFill(folder, historyOf(present, { until, sick, withCluster }));
  const { api } = await startPrometheus(folder);
  return { api, now: await untilComplete(api) };
}

const sick = new Set(fleet.filter(({ role }) => role === 'sick').map(({ instance }) => instance));

/** Starts everything; test/e2e/support/setup.ts stops it after the test file. */
export async function startSite(): Promise<Site> {
  const targets = await startFleet();
  const present = await presentOf(targets);
  const [without, withLabel] = await Promise.all(worlds.map((world) => startWorld(world, targets, present)));
  if (without === undefined || withLabel === undefined) throw new Error('expected two worlds');
  return { 'without cluster': without, 'with cluster': withLabel };
}
