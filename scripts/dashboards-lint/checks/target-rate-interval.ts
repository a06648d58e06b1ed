import { find } from '../../rules-lint/promql/walk.ts';
import { rateIntervalSeconds } from '../queries/stand-ins.ts';
import type { Check } from './check.ts';

const ofCounters = new Set(['rate', 'irate', 'increase']);

/** What is drawn along the time takes the window that fits its step, so that no sample falls between two windows. */
export const targetRateInterval: Check = {
  name: 'target-rate-interval-rule',
  query: ({ query, expr }) =>
    query.of === 'variable'
      ? []
      : find(expr, 'call')
          .filter(({ node: { name, args } }) => {
            const [of] = args;
            return ofCounters.has(name) && !(of?.kind === 'window' && of.seconds === rateIntervalSeconds);
          })
          .map(({ node: { name } }) => ({
            wrong: `${name} over another window`,
            expected: `${name}(x[$__rate_interval])`,
          })),
};
