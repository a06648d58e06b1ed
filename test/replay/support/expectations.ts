import { at, type Firing, type Timeline } from '../../../scripts/docs/incident-timeline.ts';

/** A test of an expression in promtool's format. */
export interface ExprTest {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly { readonly labels: string; readonly value: number }[];
}

/**
 * How many evaluations an alert may come or go before its time: windows contain their left end in Prometheus 2 and do
 * not in Prometheus 3, and a rule can stand on several of them.
 */
const tolerance = 3;

/**
 * What a timeline says of its alerts: silent before each beginning and told from it on, told up to each end and silent
 * from it on; all alerts and no other where none changes; as long as it says in all; and no alert that it does not name.
 */
export const expectationsOf = (timeline: Timeline): readonly ExprTest[] => [
  ...changes(timeline),
  ...quietMoments(timeline),
  ...lengths(timeline),
  noOther(timeline),
];

const keyOf = ({ alert, severity }: Firing): string => `{alertname="${alert}", severity="${severity}"}`;

const isTold = ({ from, until }: Firing, now: number): boolean =>
  at(from) <= now && (until === undefined || now < at(until));

const expect = (expr: string, now: number, labels: readonly string[], value = 1): ExprTest => ({
  expr,
  eval_time: `${now}s`,
  exp_samples: labels.map((each) => ({ labels: each, value })),
});

const firing = (matchers: string): string =>
  `group by (alertname, severity) (ALERTS{alertstate="firing", ${matchers}})`;
const firingOf = (key: string): string => firing(key.slice(1, -1));

function changes({ alerts, interval }: Timeline): readonly ExprTest[] {
  const early = tolerance * at(interval);
  return alerts.flatMap((each) => {
    const key = keyOf(each);
    const expr = firingOf(key);
    const begin = [expect(expr, at(each.from) - early, []), expect(expr, at(each.from), [key])];
    if (each.until === undefined) return begin;
    return [...begin, expect(expr, at(each.until) - early, [key]), expect(expr, at(each.until), [])];
  });
}

function quietMoments({ alerts, interval, length }: Timeline): readonly ExprTest[] {
  const step = at(interval);
  const times = [0, ...alerts.flatMap(({ from, until }) => [at(from), at(until ?? length)])].sort((a, b) => a - b);
  const middles = times
    .slice(1)
    .map((time, index) => [times[index] ?? 0, time] as const)
    .filter(([from, until]) => until - from > 2 * tolerance * step)
    .map(([from, until]) => Math.round((from + until) / 2 / step) * step);
  return [...middles, at(length)].map((now) =>
    expect(firing('alertname!="Watchdog"'), now, alerts.filter((each) => isTold(each, now)).map(keyOf)),
  );
}

/** So that none comes and goes between the times above. */
function lengths({ alerts, interval, length }: Timeline): readonly ExprTest[] {
  const step = at(interval);
  const end = at(length);
  return [...new Set(alerts.map(keyOf))].map((key) => {
    const ofKey = alerts.filter((each) => keyOf(each) === key);
    const told = ofKey.reduce(
      (sum, { from, until }) => sum + (until === undefined ? end + step : at(until)) - at(from),
      0,
    );
    const count = `count_over_time(${firingOf(key)}[${end}s:${step}s])`;
    return expect(`abs(${count} - ${told / step}) <= bool ${tolerance * ofKey.length}`, end, [key]);
  });
}

function noOther({ alerts, length }: Timeline): ExprTest {
  const named = [...new Set(alerts.map(({ alert }) => alert))].sort().join('|');
  return expect(
    `count_over_time(ALERTS{alertstate="firing", alertname!~"Watchdog|${named}"}[${length}])`,
    at(length),
    [],
  );
}
