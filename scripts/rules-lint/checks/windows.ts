import { find } from '../promql/walk.ts';
import type { Check } from './check.ts';

/** Scrapes are no further apart than this in any installation that the rules are meant for. */
const scrapeSeconds = 60;
const leastScrapes = 4;

const ofChange = new Set([
  'rate',
  'increase',
  'irate',
  'delta',
  'idelta',
  'deriv',
  'predict_linear',
  'changes',
  'resets',
]);

/** What compares samples of a window has four of them there at the least, so that a lost scrape does no harm. */
export const windows: Check = {
  name: 'window',
  expr: ({ expr, lineAt }) =>
    find(expr, 'call').flatMap(({ node }) => {
      const short = node.args.flatMap((argument) => find(argument, 'window')).find(isShort);
      if (short === undefined || !ofChange.has(node.name)) return [];
      const wrong = `${node.name} over ${short.node.seconds} s`;
      return [
        {
          line: lineAt(node.from),
          wrong,
          expected: `${leastScrapes * scrapeSeconds} s or more, which is four scrapes`,
        },
      ];
    }),
};

const isShort = ({ node }: { readonly node: { readonly seconds: number } }): boolean =>
  !(node.seconds >= leastScrapes * scrapeSeconds);
