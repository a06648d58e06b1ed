import { counters } from '../../rules-lint/checks/counters.ts';
import type { Check } from './check.ts';
import { asInRules } from './of-rules.ts';

/** A counter stands in rate, increase or irate and a gauge never does: by the metric, whatever its labels. */
export const targetCounterAgg: Check = {
  name: 'target-counter-agg-rule',
  query: (context) => asInRules(counters, context.expr, context),
};
