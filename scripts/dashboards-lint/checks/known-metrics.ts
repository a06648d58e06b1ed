import { knownMetrics as inRules } from '../../rules-lint/checks/known-metrics.ts';
import type { Check } from './check.ts';
import { asInRules } from './of-rules.ts';

/** Every metric is one of the exporter, of its scrapes, or recorded by the rules. */
export const knownMetrics: Check = {
  name: 'known-metric',
  query: (context) => asInRules(inRules, context.expr, context),
};
