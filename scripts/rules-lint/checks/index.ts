import { alertLabels } from './alert-labels.ts';
import type { Check } from './check.ts';
import { conditions } from './conditions.ts';
import { counters } from './counters.ts';
import { descriptions } from './descriptions.ts';
import { divisions } from './divisions.ts';
import { duplicates } from './duplicates.ts';
import { groups } from './groups.ts';
import { jobs } from './jobs.ts';
import { knownLabels } from './known-labels.ts';
import { knownMetrics } from './known-metrics.ts';
import { knownValues } from './known-values.ts';
import { matching } from './matching.ts';
import { patience } from './patience.ts';
import { recordedNames } from './recorded-names.ts';
import { runbookLinks } from './runbook-links.ts';
import { runbookPages } from './runbook-pages.ts';
import { sampling } from './sampling.ts';
import { stateSets } from './state-sets.ts';
import { summaries } from './summaries.ts';
import { templateLabels } from './template-labels.ts';
import { templateQueries } from './template-queries.ts';
import { templateValues } from './template-values.ts';
import { windows } from './windows.ts';

/** Every check there is. A new one is one line here. */
export const checks: readonly Check[] = [
  knownMetrics,
  knownLabels,
  knownValues,
  jobs,
  counters,
  windows,
  sampling,
  matching,
  divisions,
  stateSets,
  conditions,
  patience,
  alertLabels,
  summaries,
  descriptions,
  templateLabels,
  templateValues,
  templateQueries,
  recordedNames,
  runbookLinks,
  groups,
  duplicates,
  runbookPages,
];
