import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostDashboard } from '../../../dashboards/src/host.ts';
import { scratchFolder } from '../../e2e/support/scratch.ts';
import { promtool } from '../../rules/support/promtool.ts';
import { interpolate } from './interpolate.ts';

/** Selectors with the values of each minute, as in `promtool test rules`: `up{job="j"}: '1x10 0x10'`. */
export type Past = Readonly<Record<string, string>>;

/** Selectors and the value that an answer has for each. */
export type Answer = Readonly<Record<string, number>>;

const chosen = { cluster: { raw: '.*' }, job: ['docker-host'], instance: ['h'] };

/** The query of a panel of the host dashboard, for the host `h`. */
export function queryOfHost(title: string, refId = 'A'): string {
  const panels = hostDashboard.rows.flatMap((row) => row.panels);
  const targets = panels.find((panel) => panel.title === title)?.targets ?? [];
  const target = targets[refId.charCodeAt(0) - 'A'.charCodeAt(0)] as { expr?: string } | undefined;
  if (target?.expr === undefined) throw new Error(`expected a query ${refId} of ${title}`);
  return interpolate(target.expr, chosen, new Set(['cluster', 'job']));
}

/** What promtool says where an answer is another one after a number of minutes; empty where it is this one. */
export async function differenceAt(minutes: number, expr: string, past: Past, answer: Answer): Promise<string> {
  const path = join(scratchFolder(), 'queries.test.yml');
  const test = {
    interval: '1m',
    input_series: Object.entries(past).map(([series, values]) => ({ series, values })),
    promql_expr_test: [
      {
        expr,
        eval_time: `${minutes}m`,
        exp_samples: Object.entries(answer).map(([labels, value]) => ({ labels, value })),
      },
    ],
  };
  // JSON is YAML.
  writeFileSync(path, JSON.stringify({ rule_files: [], evaluation_interval: '1m', tests: [test] }));
  const { code, output } = await promtool(['test', 'rules', path]);
  return code === 0 ? '' : output;
}
