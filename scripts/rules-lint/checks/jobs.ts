import { find } from '../promql/walk.ts';
import { jobName } from '../registry/registry.ts';
import type { Check } from './check.ts';

/** `up` and `scrape_*` exist for every target, so they select the job; the prefix of our own metrics is enough. */
export const jobs: Check = {
  name: 'job',
  expr: ({ expr, lineAt }) =>
    find(expr, 'selector').flatMap(({ node }) => {
      const isOfAll = node.metric === 'up' || node.metric.startsWith('scrape_');
      const asked = node.matchers.filter(({ label }) => label === 'job');
      const isRight = asked.length === 1 && asked.every(({ operator, value }) => operator === '=' && value === jobName);
      if (isOfAll && !isRight) {
        return [
          { line: lineAt(node.from), wrong: `${node.metric} of any job`, expected: `${node.metric}{job="${jobName}"}` },
        ];
      }
      if (isOfAll || asked.length === 0) return [];
      return [
        { line: lineAt(node.from), wrong: `${node.metric} selects a job`, expected: `${node.metric} without one` },
      ];
    }),
};
