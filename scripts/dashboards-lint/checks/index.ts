import { alertsSelectors } from './alerts-selectors.ts';
import type { Check } from './check.ts';
import { dearQueries } from './dear-queries.ts';
import { emptyTiles } from './empty-tiles.ts';
import { grid } from './grid.ts';
import { importable } from './importable.ts';
import { instanceLinks } from './instance-links.ts';
import { knownLabels } from './known-labels.ts';
import { knownMetrics } from './known-metrics.ts';
import { knownValues } from './known-values.ts';
import { links } from './links.ts';
import { linksByTag } from './links-by-tag.ts';
import { targetLogql, targetLogqlAuto } from './loki.ts';
import { panelDatasource } from './panel-datasource.ts';
import { panelIds } from './panel-ids.ts';
import { panelNoTargets } from './panel-no-targets.ts';
import { panelTitleDescription } from './panel-title-description.ts';
import { panelTitles } from './panel-titles.ts';
import { panelUnits } from './panel-units.ts';
import { queryDatasource } from './query-datasource.ts';
import { refIds } from './ref-ids.ts';
import { runbookLinks } from './runbook-links.ts';
import { statesInWords } from './states-in-words.ts';
import { targetCluster } from './target-cluster.ts';
import { targetCounterAgg } from './target-counter-agg.ts';
import { targetInstance } from './target-instance.ts';
import { targetJob } from './target-job.ts';
import { targetPromql } from './target-promql.ts';
import { targetRateInterval } from './target-rate-interval.ts';
import { templateDatasource } from './template-datasource.ts';
import { templateInstance } from './template-instance.ts';
import { templateJob } from './template-job.ts';
import { templateLabelPromql } from './template-label-promql.ts';
import { templateReload } from './template-reload.ts';
import { thresholdDrawn } from './threshold-drawn.ts';
import { thresholdNumbers } from './threshold-numbers.ts';
import { thresholdVisible } from './threshold-visible.ts';
import { uid } from './uid.ts';
import { uneditable } from './uneditable.ts';
import { units } from './units.ts';
import { variableOperators } from './variable-operators.ts';
import { variablesDefined } from './variables-defined.ts';
import { variablesUsed } from './variables-used.ts';

/** The rules of dashboard-linter by its names for them. */
const ofDashboardLinter: readonly Check[] = [
  templateDatasource,
  templateJob,
  templateInstance,
  templateLabelPromql,
  templateReload,
  panelDatasource,
  panelTitleDescription,
  panelUnits,
  panelNoTargets,
  targetLogql,
  targetLogqlAuto,
  targetPromql,
  targetRateInterval,
  targetJob,
  targetInstance,
  targetCounterAgg,
  uneditable,
];

const own: readonly Check[] = [
  targetCluster,
  queryDatasource,
  knownMetrics,
  knownLabels,
  knownValues,
  alertsSelectors,
  variableOperators,
  variablesUsed,
  variablesDefined,
  uid,
  panelIds,
  panelTitles,
  refIds,
  grid,
  links,
  linksByTag,
  instanceLinks,
  runbookLinks,
  thresholdNumbers,
  thresholdDrawn,
  thresholdVisible,
  units,
  emptyTiles,
  statesInWords,
  dearQueries,
  importable,
];

/** Every check there is. A new one is one line here. */
export const checks: readonly Check[] = [...ofDashboardLinter, ...own];
