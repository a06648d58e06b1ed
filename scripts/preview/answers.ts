import { ask } from '../../test/dashboards/support/ask.ts';
import type { Dashboard } from '../../test/dashboards/support/grafana.ts';
import { type Query, queriesOf } from '../../test/dashboards/support/queries.ts';
import type { Site } from '../../test/dashboards/support/site.ts';
import { rangeOf, secondsOf } from '../../test/dashboards/support/time.ts';
import { multiOf, type Variation, variationsOf } from '../../test/dashboards/support/variations.ts';
import type { ShownAnswer, ShownDocument, ShownPanel } from './document.ts';
import type { Picture } from './list.ts';

/** A dashboard as it is in its file. */
export interface WholeDashboard extends Dashboard {
  readonly description: string;
  readonly panels: readonly ShownPanel[];
}

function variationOf(dashboard: Dashboard, { hosts }: Picture): Variation {
  const name = `with cluster, ${hosts}`;
  const found = variationsOf(dashboard).find((variation) => variation.name === name);
  if (found === undefined) throw new Error(`${dashboard.uid}: no choice of hosts is called "${name}"`);
  return found;
}

/** The panels that are in sight: Grafana asks nothing for a row that is closed. */
const inSight = ({ panels }: WholeDashboard): readonly ShownPanel[] => panels.filter(({ type }) => type !== 'row');

const queriesOfPanel = (dashboard: Dashboard, panel: ShownPanel): readonly Query[] =>
  queriesOf({
    uid: dashboard.uid,
    title: dashboard.title,
    ...(dashboard.time && { time: dashboard.time }),
    panels: [panel],
  });

const isTable = ({ targets = [] }: ShownPanel, { refId }: Query): boolean =>
  targets.some((target) => target.refId === refId && target.format === 'table');

async function answerOf(
  site: Site,
  dashboard: Dashboard,
  panel: ShownPanel,
  query: Query,
  variation: Variation,
): Promise<ShownAnswer> {
  const { error, series } = await ask(site, query, variation, multiOf(dashboard));
  if (error !== '') throw new Error(`${query.dashboard} / ${query.place} / ${query.refId}: ${error}`);
  const { step } = rangeOf(query, site[variation.world].now);
  const { refId, shape, legend } = query;
  return { refId, shape, legend, step, series, isTable: isTable(panel, query) };
}

const shownValue = (value: Variation['values'][string]): string => ('raw' in value ? 'All' : value.join(' + '));

/** Asks what Grafana would ask when the dashboard is opened. Errors: a query that fails. */
export async function documentOf(
  site: Site,
  dashboard: WholeDashboard,
  picture: Picture,
  version: string,
): Promise<ShownDocument> {
  const variation = variationOf(dashboard, picture);
  const answers: Record<number, readonly ShownAnswer[]> = {};
  for (const panel of inSight(dashboard)) {
    const asked = queriesOfPanel(dashboard, panel).map((query) => answerOf(site, dashboard, panel, query, variation));
    answers[panel.id] = await Promise.all(asked);
  }
  const { now } = site[variation.world];
  const span = /^now-(\w+)$/.exec(dashboard.time?.from ?? '')?.[1] ?? '6h';
  const shown = Object.entries(variation.values).filter(([name]) => ['cluster', 'job', 'instance'].includes(name));
  return {
    file: picture.dashboard,
    title: dashboard.title,
    description: dashboard.description,
    version,
    choices: shown.map(([name, value]) => [name, shownValue(value)]),
    from: now - secondsOf(span),
    to: now,
    panels: dashboard.panels,
    answers,
  };
}
