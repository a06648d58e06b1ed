import { stringify } from 'yaml';
import { rules } from '../../rules/support/rule-files.ts';
import { healthyHosts } from './healthy-hosts.ts';
import { frame, header, ofHost, yamlStyle } from './promtool-file.ts';
import { notationOf } from './values.ts';

/** A stretch of the week as it is scraped and evaluated. Minutes. */
export interface Stretch {
  readonly name: string;
  readonly from: number;
  readonly length: number;
  readonly interval: number;
}

const names = [...new Set(rules.flatMap(({ alert }) => (alert === undefined || alert === 'Watchdog' ? [] : [alert])))];

/** A test file of promtool that expects no alert of the three hosts: by name at many times, and all of them at any time. */
export function healthyFile({ name, from, length, interval }: Stretch): string {
  const samples = Array.from({ length: length / interval + 1 }, (_, index) => from + index * interval);
  const times = Array.from({ length: 14 }, (_, index) => Math.round(((index + 1) * length) / 14));
  const test = {
    name,
    interval: `${interval}m`,
    input_series: Object.entries(healthyHosts).flatMap(([instance, all]) =>
      all.map(({ series, at }) => ({ series: ofHost(series, instance), values: notationOf(samples.map(at)) })),
    ),
    alert_rule_test: times.flatMap((time) =>
      names.map((alertname) => ({ eval_time: `${time}m`, alertname, exp_alerts: [] })),
    ),
    promql_expr_test: [
      {
        expr: `count by (alertname, instance) (count_over_time(ALERTS{alertstate="firing", alertname!="Watchdog"}[${length}m]))`,
        eval_time: `${length}m`,
        exp_samples: [],
      },
    ],
  };
  const text = stringify({ ...frame(`${interval}m`), tests: [test] }, yamlStyle);
  return header('support/healthy-hosts.ts') + text;
}
