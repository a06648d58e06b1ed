import {
  asking,
  board,
  datasource,
  everywhere,
  having,
  panel,
  type Row,
  target,
  threads,
  variables,
} from '../boards.ts';

const restarts = `dockerhost_daemon_restarts_total{${everywhere},daemon="dockerd"}`;
const annotated = (expr: string) => board({ annotations: { list: [{ name: 'M', datasource, target: { expr } }] } });
const more = (name: string, query: string) => ({ more: { type: 'custom', name, query } });

/** Checks of queries of panels and annotations. */
export const queryRows: readonly Row[] = [
  {
    check: 'target-promql-rule',
    title: 'what is not PromQL',
    bad: asking(`sum(${threads}`),
    finding: 'P: A: not PromQL at its end; expected PromQL',
    good: asking(`sum(${threads})`),
  },
  {
    check: 'target-promql-rule',
    title: 'an empty query',
    bad: asking(''),
    finding: 'P: A: not PromQL at its end; expected PromQL',
    good: asking('vector(0)'),
  },
  {
    check: 'target-promql-rule',
    title: 'an annotation that is not PromQL',
    bad: annotated(`${threads} >`),
    finding: 'annotation M: not PromQL at its end; expected PromQL',
    good: annotated(`${threads} > 1`),
  },
  {
    check: 'target-promql-rule',
    title: 'a variable of words where a number is wanted',
    bad: having(more('n', 'many,few'), {
      panels: [panel({ targets: [target(`topk($n, ${threads}))`, { instant: true })] })],
    }),
    finding: 'P: A: not PromQL at ")"; expected PromQL',
    good: having(more('n', '5,10'), {
      panels: [panel({ targets: [target(`topk(\${n:raw}, ${threads})`, { instant: true })] })],
    }),
  },
  {
    check: 'target-rate-interval-rule',
    title: 'rate over a fixed window',
    bad: asking(`rate(${restarts}[5m])`),
    finding: 'P: A: rate over another window; expected rate(x[$__rate_interval])',
    good: asking(`rate(${restarts}[$__rate_interval])`),
  },
  {
    check: 'target-rate-interval-rule',
    title: 'increase over the interval of the graph',
    bad: asking(`increase(${restarts}[$__interval])`),
    finding: 'P: A: increase over another window; expected increase(x[$__rate_interval])',
    good: asking(`increase(${restarts}[\${__rate_interval}])`),
  },
  {
    check: 'target-rate-interval-rule',
    title: 'irate within other functions',
    bad: asking(`sum(clamp_min(irate(${restarts}[$__range]), 0))`),
    finding: 'P: A: irate over another window; expected irate(x[$__rate_interval])',
    good: asking(`max_over_time(${threads}[$__range]) + deriv(${threads}[6h])`),
  },
  {
    check: 'target-counter-agg-rule',
    title: 'a counter with labels as it is',
    bad: asking(restarts),
    finding: 'P: A: the counter dockerhost_daemon_restarts_total as it is; expected it within rate, increase or irate',
    good: asking(`increase(${restarts}[$__rate_interval])`),
  },
  {
    check: 'target-counter-agg-rule',
    title: 'the rate of a gauge',
    bad: asking(`rate(${threads}[$__rate_interval])`),
    finding:
      'P: A: rate of dockerhost_threads, which is a gauge; expected delta, deriv or a function over time, which know that a gauge may fall',
    good: asking(`deriv(${threads}[$__rate_interval])`),
  },
  {
    check: 'target-job-rule',
    title: 'any job',
    bad: asking('dockerhost_threads{cluster=~"$cluster",instance=~"$instance"}'),
    finding: 'P: A: dockerhost_threads of any job; expected job=~"$job"',
    good: asking('dockerhost_threads{cluster=~"$cluster",instance=~"$instance",job=~"${job:regex}"}'),
  },
  {
    check: 'target-job-rule',
    title: 'any job on one side',
    bad: asking(`${threads} / on (instance) dockerhost_process_limit{cluster=~"$cluster",instance=~"$instance"}`),
    finding: 'P: A: dockerhost_process_limit of any job; expected job=~"$job"',
    good: asking(`${threads} / on (instance) dockerhost_process_limit{${everywhere}}`),
  },
  {
    check: 'target-job-rule',
    title: 'a fixed job',
    bad: asking('up{cluster=~"$cluster",instance=~"$instance",job="docker-host"}'),
    finding: 'P: A: up of any job; expected job=~"$job"',
    good: asking(`up{${everywhere}}`),
  },
  {
    check: 'target-instance-rule',
    title: 'any instance',
    bad: asking('dockerhost_threads{cluster=~"$cluster",job=~"$job"}'),
    finding: 'P: A: dockerhost_threads of any instance; expected instance=~"$instance"',
    good: asking('cluster:dockerhost_threads:sum{cluster=~"$cluster"}'),
  },
  {
    check: 'target-cluster',
    title: 'any cluster',
    bad: asking('dockerhost_threads{job=~"$job",instance=~"$instance"}'),
    finding: 'P: A: dockerhost_threads of any cluster; expected cluster=~"$cluster"',
    good: asking(threads),
  },
  {
    check: 'target-cluster',
    title: 'a variable of jobs in any cluster',
    bad: having({ job: { ...variables.job, query: 'label_values(up, job)' } }),
    finding: 'variable job: up of any cluster; expected cluster=~"$cluster"',
    good: having({
      job: { ...variables.job, query: { query: 'label_values(up{cluster=~"$cluster"}, job)', refId: 'A' } },
    }),
  },
];
