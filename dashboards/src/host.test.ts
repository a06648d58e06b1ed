import type { DashboardLink, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { describe, expect, it } from 'vitest';
import { hostDashboard } from './host.ts';
import { type AlertName, alertLimits, type Limits } from './lib/limits.ts';
import { thresholds } from './lib/thresholds.ts';

const { rows } = hostDashboard;
const panels = rows.flatMap((row) => row.panels);
const named = panels.map((panel) => [panel.title ?? '', panel] as const);

/** The alerts of whose runbooks a panel has the links. */
const alertsOf = ({ links = [] }: Panel): readonly AlertName[] =>
  links.map(({ url = '' }: DashboardLink) => /docs\/runbooks\/(\w+)\.md$/.exec(url)?.[1] as AlertName);

const values = (limits: Limits): readonly number[] =>
  [limits.info, limits.warning, limits.critical].filter((value) => value !== undefined);

/** The lines and colours of a panel, those of its columns included. */
function drawn({ fieldConfig }: Panel): readonly (number | null)[] {
  const inColumns = (fieldConfig?.overrides ?? []).flatMap(({ properties }) =>
    properties.filter(({ id }) => id === 'thresholds').flatMap(({ value }) => value.steps),
  );
  const steps: readonly { readonly value: number | null }[] = [
    ...(fieldConfig?.defaults.thresholds?.steps ?? []),
    ...inColumns,
  ];
  return steps.map(({ value }) => value);
}

const elsewhere = {
  DockerHostFleetResidue: 'it is about all hosts',
  DockerHostExporterAbsent: 'there is no host to show',
};

it('has a panel for every alert that is about one host', () => {
  const known = Object.keys(alertLimits).filter((alert) => !(alert in elsewhere));
  expect(known.filter((alert) => !panels.some((panel) => alertsOf(panel).includes(alert as AlertName)))).toEqual([]);
});

/** A panel with a line of its own, the second number of its alert, and one that counts for many alerts. */
const second = { 'Share that is left': [0.3], 'Offenders by name': [] };

it.each(named)('“%s” draws the numbers of its alerts', (title, panel) => {
  const own = second[title as keyof typeof second];
  const expected = own ?? alertsOf(panel).flatMap((alert) => values(alertLimits[alert]));
  expect(drawn(panel)).toEqual(expect.arrayContaining([...expected]));
});

it.each(named)('“%s” says what is normal, what to do, and why it may be empty', (_, panel) => {
  expect(panel.description).toMatch(/^[A-Z][\s\S]+\.\n\n\*\*Normal:\*\* .+\.\n\n\*\*Otherwise:\*\* .+\.(\n\n|$)/);
  expect(panel.fieldConfig?.defaults.noValue).toBeTruthy();
  for (const alert of alertsOf(panel)) expect(panel.description).toContain(`docs/runbooks/${alert}.md`);
});

it('has no two panels of the same title in a row, and none without a query', () => {
  for (const row of rows) {
    const titles = row.panels.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  }
  expect(panels.filter(({ targets = [] }) => targets.length === 0)).toEqual([]);
});

const selectors = (panel: Panel): readonly string[] =>
  (panel.targets ?? []).flatMap((target) => ('expr' in target ? (`${target.expr}`.match(/\{[^}]*\}/g) ?? []) : []));

it.each(named)('“%s” asks about this host only', (_, panel) => {
  const wanted = '{cluster=~"$cluster", job=~"$job", instance="$instance"';
  expect(selectors(panel).length).toBeGreaterThan(0);
  expect(selectors(panel).filter((selector) => !selector.startsWith(wanted))).toEqual([]);
});

describe('the tables by name', () => {
  const table = (title: string): Panel => {
    const found = panels.find((panel) => panel.title === title && panel.type === 'table');
    if (found === undefined) throw new Error(`expected a table ${title}`);
    return found;
  };

  it('lead from each alert to its runbook', () => {
    expect(JSON.stringify(table('Alerts that fire'))).toContain(
      `runbook_base:raw}docs/runbooks/\${__data.fields[\\"alertname\\"]}.md`,
    );
  });

  const exprOf = ({ targets: [target] = [] }: Panel): string => (target as { expr?: string }).expr ?? '';

  it('have what is worst first: in the order of letters critical, info, warning it would not be', () => {
    const severities = [...exprOf(table('Alerts that fire')).matchAll(/severity="(\w+)"/g)].map(([, each]) => each);
    expect(severities).toEqual(['critical', 'warning', 'info']);
    expect(exprOf(table('Advisories'))).toMatch(/^sort_desc\(/);
    for (const title of ['Alerts that fire', 'Advisories']) expect(table(title).options?.sortBy).toBeUndefined();
  });

  it('show who, how many and since when', () => {
    expect(table('Offenders by name').transformations?.at(-1)?.options.renameByName).toEqual({
      kind: 'Kind',
      process: 'Process',
      name: 'Container',
      container: 'Id',
      'Value #A': 'How many',
      'Value #B': 'Seen first',
    });
  });

  it('colour zombies of one parent from the alert on', () => {
    expect(drawn(table('Zombies by parent'))).toContain(thresholds.zombiesOfOneParent);
  });
});

it('says that the load alone is no alert', () => {
  const load = panels.find(({ title }) => title === 'Load for each CPU');
  expect(load?.description).toMatch(/line alone is no alert.+swap.+orphans/);
});

it('opens with the first three rows, the others closed', () => {
  expect(rows.map(({ collapsed = false }) => collapsed)).toEqual([...Array(3).fill(false), ...Array(6).fill(true)]);
});
