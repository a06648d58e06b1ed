import { beforeAll, describe, expect, it } from 'vitest';
import { exporterRegistry } from '../../scripts/rules-lint/registry/registry.ts';
import '../e2e/support/setup.ts';
import { type Allowance, allowances, covers } from './support/allowed.ts';
import { ranksIn, unknownColumns } from './support/columns.ts';
import { expectedAlerts } from './support/expected-alerts.ts';
import type { Dashboard } from './support/grafana.ts';
import { downHost, fleet, goneHost, type Role } from './support/hosts.ts';
import { dashboardWith, planted, soundPanels } from './support/planted.ts';
import { nameOf, panelsOf, queriesOf } from './support/queries.ts';
import { committedDashboards } from './support/read.ts';
import { selectorsOf } from './support/selectors.ts';
import { type Site, startSite, worlds } from './support/site.ts';
import { judge, type Trial, tryDashboard } from './support/verdict.ts';

// Everything that needs a real Prometheus is in this file, so that it is started once.

const patience = 180_000;
const dashboards = committedDashboards();
let site: Site;
const trials = new Map<Dashboard, readonly Trial[]>();

beforeAll(async () => {
  site = await startSite();
  for (const dashboard of dashboards) trials.set(dashboard, await tryDashboard(site, dashboard));
}, patience);

const trialOf = (dashboard: Dashboard, index: number): Trial => {
  const trial = trials.get(dashboard)?.[index];
  if (trial === undefined) throw new Error(`${dashboard.uid}: query ${index} was not tried`);
  return trial;
};

describe('a query of a dashboard', () => {
  const cases = dashboards.flatMap((dashboard) =>
    queriesOf(dashboard).map((query, index) => [nameOf(query), { query, dashboard, index }] as const),
  );

  it.each(cases)('%s', (_, { query, dashboard, index }) => {
    const { problems, isEmptyOnHealthy } = judge(trialOf(dashboard, index));
    const isAllowed = allowances.some((allowance) => covers(allowance, query));
    const unexpected = isEmptyOnHealthy && !isAllowed ? ['empty on a healthy host, and not in allowed-empty.yml'] : [];
    const all = [...problems, ...unexpected];
    if (all.length > 0) expect.fail(`${all.join('\n')}\n${query.expr}`);
  });
});

/** Whether there was such a series on any host within the longest range. */
const matches = async (selector: string): Promise<boolean> => {
  const { api, now } = site['without cluster'];
  const { error, series } = await api.instant(`count(last_over_time(${selector}[1d]))`, now);
  return error === '' && series.length > 0;
};

describe('a selector in a query of a dashboard', () => {
  it.each(selectorsOf(dashboards.flatMap(queriesOf)))('%s matches something', async (selector) => {
    expect(await matches(selector)).toBe(true);
  });
});

describe('a table', () => {
  const cases = dashboards.flatMap((dashboard) =>
    panelsOf(dashboard).flatMap((panel) =>
      panel.type === 'table' ? [[`${dashboard.uid} / ${panel.title}`, { panel, dashboard }] as const] : [],
    ),
  );

  it.each(cases)('%s names columns that there are', (_, { panel, dashboard }) => {
    const own = trials.get(dashboard)?.filter(({ query }) => query.place === panel.title) ?? [];
    expect(unknownColumns(panel, own)).toEqual([]);
  });
});

it.each([
  ['Alerts that fire', 'severity', ['critical', 'warning', 'info']],
  ['Advisories', 'verdict', ['exposed', 'possible', 'unknown']],
] as const)('the table “%s” of the host has the worst %s first', (title, label, worstFirst) => {
  const tried = dashboards.flatMap((dashboard) => trials.get(dashboard) ?? []);
  const orders = ranksIn(tried, title, label, worstFirst);
  expect(orders).toEqual(orders.map((order) => order.toSorted()));
  // Else nothing is proven here.
  expect(orders.some((order) => new Set(order).size > 1)).toBe(true);
  expect(orders.flat()).not.toContain(-1);
});

it('every exception of allowed-empty.yml is needed, and has a reason', () => {
  const tried = [...trials.values()].flat();
  const isNeeded = (allowance: Allowance) =>
    tried.some((trial) => covers(allowance, trial.query) && judge(trial).isEmptyOnHealthy);
  const bad = allowances.filter((allowance) => !/\w+ \w+/.test(allowance.reason ?? '') || !isNeeded(allowance));
  expect(bad).toEqual([]);
});

it.each(worlds)('every rule is evaluated %s', async (world) => {
  const rules = await site[world].api.rules();
  expect(rules.length).toBeGreaterThan(30);
  expect(rules.filter(({ health, lastError }) => health !== 'ok' || lastError)).toEqual([]);
});

describe('alerts', () => {
  const firing = async (...hosts: readonly string[]) => {
    const query = `count by (alertname) (ALERTS{alertstate="firing", instance=~"${hosts.join('|')}"})`;
    const { api, now } = site['with cluster'];
    const { series } = await api.instant(query, now);
    return series.map(({ labels }) => labels['alertname']);
  };
  const ofRole = (role: Role) => fleet.filter((host) => host.role === role).map(({ instance }) => instance);

  it('of the healthy host are about its versions only', async () => {
    expect(await firing(...ofRole('healthy'))).toEqual(['DockerHostVersionRisk']);
  });

  it('of the sick hosts are those that fixtures can have', async () => {
    const names = await firing(...ofRole('sick'), downHost.instance, goneHost.instance);
    expect(names).toEqual(expect.arrayContaining([...expectedAlerts]));
  });
});

it.each([...exporterRegistry().keys()])('%s is on one of the hosts', async (metric) => {
  expect(await matches(`${metric}{}`)).toBe(true);
});

describe('these tests find', () => {
  it('nothing in a dashboard that is sound', async () => {
    const tried = await tryDashboard(site, dashboardWith(...soundPanels));
    expect(tried).toHaveLength(soundPanels.length + 4);
    expect(
      tried.flatMap((trial) => judge(trial).problems.map((problem) => `${nameOf(trial.query)}: ${problem}`)),
    ).toEqual([]);
    expect(tried.filter((trial) => judge(trial).isEmptyOnHealthy).map(({ query }) => query.place)).toEqual([
      'annotation Starts',
      'Offenders',
    ]);
  });

  it.each(planted.map((each) => [each.mistake, each] as const))('%s', async (_, { panel, finding }) => {
    const tried = await tryDashboard(site, dashboardWith(panel));
    const problems = tried.filter(({ query }) => query.place === 'p').flatMap((trial) => judge(trial).problems);
    expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(finding)]));
  });

  it('half of a query that matches nothing', async () => {
    const expr = 'dockerhost_threads{instance="$instance"} or dockerhost_daemon_up{daemon="docker", job=~"$job"}';
    const dashboard = dashboardWith({ title: 'p', type: 'stat', targets: [{ refId: 'A', expr }] });
    const selectors = selectorsOf(queriesOf(dashboard).filter(({ place }) => place === 'p'));
    expect(selectors).toEqual(['dockerhost_daemon_up{daemon="docker"}', 'dockerhost_threads{}']);
    expect(await Promise.all(selectors.map(matches))).toEqual([false, true]);
  });
});
