import { board, type Json, panel, type Row, target } from '../boards.ts';

const runbook = (alert: string) => ({ title: alert, url: `docs/runbooks/${alert}.md` });
const steps = (...values: readonly (number | null)[]) => ({
  mode: 'absolute',
  steps: values.map((value) => ({ value, color: 'red' })),
});
const line = { thresholdsStyle: { mode: 'line' } };

/** A graph of an alert with thresholds. */
const drawn = (alert: string | undefined, values: readonly (number | null)[], given: Json = {}, custom: Json = line) =>
  board({
    panels: [
      panel({
        links: alert === undefined ? [] : [runbook(alert)],
        fieldConfig: { defaults: { unit: 'short', custom, thresholds: steps(...values), ...given }, overrides: [] },
      }),
    ],
  });

/** A table of an alert with thresholds in one column. */
const column = (...values: readonly (number | null)[]) =>
  board({
    panels: [
      panel({
        type: 'table',
        links: [runbook('A')],
        fieldConfig: {
          defaults: { unit: 'short' },
          overrides: [
            {
              matcher: { id: 'byName', options: 'Threads' },
              properties: [{ id: 'thresholds', value: steps(...values) }],
            },
          ],
        },
      }),
    ],
  });

/** A count of those that an alert would fire for. */
const counted = (condition: string) =>
  board({
    panels: [
      panel({
        links: [runbook('Fleet')],
        targets: [target(`sum(cluster:dockerhost_threads:sum{cluster=~"$cluster"} ${condition})`)],
      }),
    ],
  });

/** Thresholds drawn are thresholds alerted. Alert A fires at 200 and 2000, and only with 3 of something else. */
export const thresholdRows: readonly Row[] = [
  {
    check: 'threshold-number',
    title: 'a number that is near that of the alert',
    bad: drawn('A', [null, 200, 300, 2000]),
    finding: 'P: a threshold at 300 of default; expected a number of A',
    good: drawn('A', [null, 1, 3, 200, 2000]),
  },
  {
    check: 'threshold-number',
    title: 'a number of another alert',
    bad: drawn('A', [null, 9, 200, 2000]),
    finding: 'P: a threshold at 9 of default; expected a number of A',
    good: drawn('Fleet', [null, 9]),
  },
  {
    check: 'threshold-number',
    title: 'a number without an alert',
    bad: drawn(undefined, [null, 80]),
    finding: 'P: a threshold at 80 of default; expected the runbook of its alert in the panel',
    good: drawn(undefined, [null, 1]),
  },
  {
    check: 'threshold-number',
    title: 'a number of a column',
    bad: column(null, 200, 2000, 2001),
    finding: 'P: a threshold at 2001 of Threads; expected a number of A',
    good: column(null, 200, 2000),
  },
  {
    check: 'threshold-number',
    title: 'how far a prediction looks ahead, of an alert that does not',
    bad: drawn('State', [null, 86_400]),
    finding: 'P: a threshold at 86400 of default; expected a number of State',
    good: drawn('Ahead', [null, 86_400]),
  },
  {
    check: 'threshold-number',
    title: 'steps that do not grow',
    bad: drawn('A', [null, 2000, 200]),
    finding: 'P: steps [null,2000,200] of default; expected null, then numbers that grow',
    good: drawn('A', [null, 200, 2000]),
  },
  {
    check: 'threshold-number',
    title: 'no colour for what is below all',
    bad: drawn('A', [200, 2000]),
    finding: 'P: steps [200,2000] of default; expected null, then numbers that grow',
    good: drawn('A', [null, 200, 2000]),
  },
  {
    check: 'threshold-number',
    title: 'percent of a range that nobody alerts on',
    bad: drawn('State', [null, 80], { thresholds: { ...steps(null, 80), mode: 'percentage' } }),
    finding: 'P: thresholds of default in percent of its range; expected absolute numbers, as in the rules',
    good: drawn('State', [null], { thresholds: { ...steps(null), mode: 'percentage' } }),
  },
  {
    check: 'threshold-drawn',
    title: 'the number of one severity is missing',
    bad: drawn('A', [null, 200]),
    finding: 'P: no threshold at 2000; expected it, where A fires as critical',
    good: drawn('A', [null, 200, 2000]),
  },
  {
    check: 'threshold-drawn',
    title: 'a column without the number',
    bad: column(null, 2000),
    finding: 'P: no threshold at 200; expected it, where A fires as warning',
    good: column(null, 200, 2000),
  },
  {
    check: 'threshold-drawn',
    title: 'no thresholds at all',
    bad: board({ panels: [panel({ links: [runbook('Fleet')] })] }),
    finding: 'P: no threshold at 9; expected it, where Fleet fires as info',
    good: board({ panels: [panel({ links: [runbook('State'), runbook('Ahead')] })] }),
  },
  {
    check: 'threshold-drawn',
    title: 'a count by another number',
    bad: counted('> bool 8'),
    finding: 'P: no threshold at 9; expected it, where Fleet fires as info',
    good: counted('> bool 9'),
  },
  {
    check: 'threshold-visible',
    title: 'a graph that does not draw them',
    bad: drawn('A', [null, 200, 2000], {}, { thresholdsStyle: { mode: 'off' } }),
    finding: 'P: thresholds that the graph does not draw; expected custom.thresholdsStyle, such as line',
    good: drawn('A', [null, 200, 2000], {}, { thresholdsStyle: { mode: 'dashed' } }),
  },
  {
    check: 'threshold-visible',
    title: 'a graph that does not say how',
    bad: drawn('A', [null, 200, 2000], {}, {}),
    finding: 'P: thresholds that the graph does not draw; expected custom.thresholdsStyle, such as line',
    good: drawn(undefined, [null], {}, {}),
  },
];
