import { find } from '../promql/walk.ts';
import type { Check } from './check.ts';

const ofCounters = new Set(['rate', 'increase', 'irate']);
/** These ask only whether a counter is there or went back, and not how high it is. */
const ofAny = new Set(['resets', 'absent', 'absent_over_time', 'count', 'group']);

/** A counter stands in rate, increase or irate and a gauge never does, by its type and not by its name. */
export const counters: Check = {
  name: 'counter',
  expr: ({ expr, registry, lineAt }) =>
    find(expr, 'selector').flatMap(({ node, parents }) => {
      const type = registry.get(node.metric)?.type;
      const user = parents.findLast(({ kind }) => kind === 'call' || kind === 'aggregate' || kind === 'binary');
      const name = user?.kind === 'call' ? user.name : user?.kind === 'aggregate' ? user.operator : '';
      if (type === undefined || ofAny.has(name)) return [];
      if (type === 'counter' && !ofCounters.has(name)) {
        return [
          {
            line: lineAt(node.from),
            wrong: `the counter ${node.metric} as it is`,
            expected: 'it within rate, increase or irate',
          },
        ];
      }
      if (type === 'counter' || !ofCounters.has(name)) return [];
      const expected = 'delta, deriv or a function over time, which know that a gauge may fall';
      return [{ line: lineAt(node.from), wrong: `${name} of ${node.metric}, which is a gauge`, expected }];
    }),
};
