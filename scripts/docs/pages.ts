import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDirectory } from '../../src/catalogue/load.ts';
import type { CollectorName } from '../../src/config/config.ts';
import { advisoriesPage } from './advisories.ts';
import { configurationPage } from './configuration.ts';
import { dashboardPages } from './dashboards.ts';
import { incidentNames, withIncident } from './incident-table.ts';
import { readTimeline } from './incident-timeline.ts';
import { metricsPage } from './metrics.ts';
import { loadRules } from './rule-files.ts';
import { withIndex } from './runbook-index.ts';

export interface GeneratedPage {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

const root = join(import.meta.dirname, '../..');
const runbooks = 'docs/runbooks/README.md';
const incidents = 'docs/incidents.md';

const incidentsPage = (): string =>
  incidentNames.reduce(
    (text, name) => withIncident(text, name, readTimeline(join(root, `test/replay/${name}.timeline.yml`))),
    readFileSync(join(root, incidents), 'utf8'),
  );

/** Every page that is generated. The collectors are loaded here and not at the top: each page needs them. */
export async function generatedPages(): Promise<readonly GeneratedPage[]> {
  const { collectors } = await import('../../src/collectors/index.ts');
  const { ownMetrics } = await import('../../src/exposition/own-metrics.ts');
  const summaries = Object.fromEntries(collectors.map(({ name, summary }) => [name, summary]));
  return [
    { path: 'docs/advisories.md', text: advisoriesPage(loadDirectory(join(root, 'advisories'))) },
    {
      path: 'docs/configuration.md',
      text: configurationPage(summaries as Record<CollectorName, string>),
    },
    { path: incidents, text: incidentsPage() },
    { path: 'docs/metrics.md', text: metricsPage(collectors, ownMetrics) },
    { path: runbooks, text: withIndex(readFileSync(join(root, runbooks), 'utf8'), loadRules(join(root, 'rules'))) },
    ...dashboardPages(),
  ];
}
