import { parseExpr } from '../../../scripts/rules-lint/promql/parse.ts';
import { find } from '../../../scripts/rules-lint/promql/walk.ts';
import { interpolate } from './interpolate.ts';
import type { Query } from './queries.ts';
import { timeValues } from './time.ts';

const anything = '.*';
const everyHost = { raw: anything };
const values = {
  ...timeValues({ from: 0, to: 21_600, step: 60 }),
  cluster: everyHost,
  job: everyHost,
  instance: everyHost,
};

/** A selector as it stands in a query, without the matchers that choose hosts. */
export interface Selected {
  readonly metric: string;
  /** Such as `dockerhost_daemon_up{daemon="dockerd"}`. */
  readonly text: string;
}

/** What a query reads. Errors: it is not PromQL. */
export function selectedBy({ expr }: Pick<Query, 'expr'>): readonly Selected[] {
  if (expr === '') return [];
  const parsed = parseExpr(interpolate(expr, values, new Set()));
  if ('problem' in parsed) throw new Error(`${expr.slice(0, 80)}: ${parsed.problem}`);
  return find(parsed.expr, 'selector').map(({ node: { metric, matchers } }) => {
    const own = matchers.filter(({ value }) => value !== anything);
    const pairs = own.map(({ label, operator, value }) => `${label}${operator}${JSON.stringify(value)}`);
    return { metric, text: `${metric}{${pairs.join(', ')}}` };
  });
}

/**
 * The selectors of these queries, each once. Every one of them must match something on some host: what stands behind an
 * `or` can match nothing without the whole being empty.
 */
export const selectorsOf = (queries: readonly Query[]): readonly string[] =>
  [...new Set(queries.flatMap((query) => selectedBy(query).map(({ text }) => text)))].sort();
