import { alert, type Row, record } from '../rules.ts';

const [zombies, states] = ['dockerhost_zombie_processes', 'dockerhost_engine_probe_state'];

/** Checks of single selectors and calls. */
export const expressionRows: readonly Row[] = [
  {
    check: 'known-metric',
    title: 'a metric that nobody exposes',
    bad: [alert('dockerhost_thread > 1')],
    finding:
      '5: A: no series dockerhost_thread at this point; expected dockerhost_threads, or another metric of docs/metrics.md',
    good: [alert('dockerhost_threads > 1')],
  },
  {
    check: 'known-metric',
    title: 'braces without a metric',
    bad: [alert('{instance="a"} > 1')],
    finding: '5: A: a selector without a metric; expected a metric of docs/metrics.md',
    good: [alert('dockerhost_threads{instance="a"} > 1')],
  },
  {
    check: 'known-metric',
    title: 'a series that is recorded only below',
    bad: [
      alert('instance:dockerhost_threads:avg5m > 1'),
      record('instance:dockerhost_threads:avg5m', 'avg_over_time(dockerhost_threads[5m])'),
    ],
    finding:
      '5: A: no series instance:dockerhost_threads:avg5m at this point; expected a recording rule of this name above, in an earlier or the same group',
    good: [
      record('instance:dockerhost_threads:avg5m', 'avg_over_time(dockerhost_threads[5m])'),
      alert('instance:dockerhost_threads:avg5m > 1'),
    ],
  },
  {
    check: 'known-label',
    title: 'a matcher of a label that the metric has not',
    bad: [alert('dockerhost_threads{state="zombie"} > 1')],
    finding: '5: A: dockerhost_threads has no label state; expected one of cluster, instance, job',
    good: [alert('dockerhost_processes{state="zombie"} > 1')],
  },
  {
    check: 'known-label',
    title: 'a label in without that is not there',
    bad: [alert(`sum without (parnt) (${zombies}) > 1`)],
    finding: '5: A: sum without (parnt): there is no label parnt there; expected one of cluster, instance, job, parent',
    good: [alert(`sum without (parent) (${zombies}) > 1`)],
  },
  {
    check: 'known-label',
    title: 'a label in by that an inner sum has left out',
    bad: [alert(`max by (instance, parent) (sum without (parent) (${zombies})) > 1`)],
    finding: '5: A: max by (parent): there is no label parent there; expected one of cluster, instance, job',
    good: [alert(`max by (instance, parent) (sum without (job) (${zombies})) > 1`)],
  },
  {
    check: 'known-label',
    title: 'a label in on that one side has not',
    bad: [alert(`${zombies} > 1 and on (cluster, job, instance, parent) dockerhost_threads > 1`)],
    finding: '5: A: on (parent): one side has no label parent; expected one of cluster, instance, job, parent',
    good: [alert(`${zombies} > 1 and on (cluster, job, instance) dockerhost_threads > 1`)],
  },
  {
    check: 'known-label',
    title: 'a label in ignoring that neither side has',
    bad: [alert('dockerhost_threads > ignoring (limit) dockerhost_process_limit')],
    finding: '5: A: ignoring (limit): either side has no label limit; expected one of cluster, instance, job',
    good: [alert('dockerhost_daemon_open_fds > ignoring (limit) dockerhost_daemon_max_fds{limit="soft"}')],
  },
  {
    check: 'known-value',
    title: 'a value that is not in the closed list',
    bad: [alert('dockerhost_processes{state="defunct"} > 1')],
    finding:
      '5: A: dockerhost_processes never has state="defunct"; expected one of running, sleeping, disk_sleep, stopped, zombie, idle, other',
    good: [alert('dockerhost_processes{state="zombie"} > 1')],
  },
  {
    check: 'known-value',
    title: 'an alternative of a pattern that fits nothing',
    bad: [alert('dockerhost_uninterruptible_processes{scope=~"host|containers"} > 1')],
    finding: '5: A: dockerhost_uninterruptible_processes never has scope="containers"; expected one of container, host',
    good: [alert('dockerhost_uninterruptible_processes{scope=~"host|cont.+"} > 1')],
  },
  {
    check: 'known-value',
    title: 'a pattern that cannot be read',
    bad: [alert('dockerhost_uninterruptible_processes{scope=~"(host"} > 1')],
    finding: '5: A: dockerhost_uninterruptible_processes never has scope="(host"; expected one of container, host',
    good: [alert('dockerhost_uninterruptible_processes{scope=~"(host)"} > 1')],
  },
  {
    check: 'known-value',
    title: 'a collector that is not there',
    bad: [alert('dockerhost_collector_success{collector="reconciliation"} == 0')],
    finding:
      '5: A: dockerhost_collector_success never has collector="reconciliation"; expected one of daemon, processes, mounts, reconcile, engine, inventory, host, kernel, advisories',
    good: [alert('dockerhost_collector_success{collector="reconcile"} == 0')],
  },
  {
    check: 'job',
    title: 'up of any job',
    bad: [alert('up == 0')],
    finding: '5: A: up of any job; expected up{job="docker-host"}',
    good: [alert('up{job="docker-host"} == 0')],
  },
  {
    check: 'job',
    title: 'a metric of ours with a job',
    bad: [alert('dockerhost_threads{job="docker-host"} > 1')],
    finding: '5: A: dockerhost_threads selects a job; expected dockerhost_threads without one',
    good: [alert('dockerhost_threads > 1')],
  },
  {
    check: 'counter',
    title: 'a counter that is compared as it is',
    bad: [alert('dockerhost_daemon_restarts_total > 3')],
    finding: '5: A: the counter dockerhost_daemon_restarts_total as it is; expected it within rate, increase or irate',
    good: [alert('increase(dockerhost_daemon_restarts_total[1h]) > 3')],
  },
  {
    check: 'counter',
    title: 'a counter in a function over time',
    bad: [alert('max_over_time(dockerhost_daemon_restarts_total[1h]) > 3')],
    finding: '5: A: the counter dockerhost_daemon_restarts_total as it is; expected it within rate, increase or irate',
    good: [alert('max_over_time(dockerhost_threads[1h]) > 3')],
  },
  {
    check: 'counter',
    title: 'a gauge in increase',
    bad: [alert('increase(dockerhost_threads[1h]) > 3')],
    finding:
      '5: A: increase of dockerhost_threads, which is a gauge; expected delta, deriv or a function over time, which know that a gauge may fall',
    good: [alert('delta(dockerhost_threads[1h]) > 3')],
  },
  {
    check: 'window',
    title: 'an increase over fewer than four scrapes',
    bad: [alert('increase(dockerhost_daemon_restarts_total[3m]) > 3')],
    finding: '5: A: increase over 180 s; expected 240 s or more, which is four scrapes',
    good: [alert('increase(dockerhost_daemon_restarts_total[4m]) > 3')],
  },
  {
    check: 'sampling',
    title: 'topk in an alert',
    bad: [alert(`topk(5, ${zombies}) > 1`)],
    finding: '5: A: topk in the expression of an alert; expected a comparison; in a query of an annotation it is fine',
    good: [alert(`max without (parent) (${zombies}) > 1`)],
  },
  {
    check: 'state-set',
    title: 'a state set in every state',
    bad: [alert(`min_over_time(${states}{probe="list"}[5m]) == 1`)],
    finding: `5: A: ${states} in every state; expected one state selected: of all one is always 1`,
    good: [alert(`min_over_time(${states}{probe="list",state="timeout"}[5m]) == 1`)],
  },
  {
    check: 'state-set',
    title: 'the least of several states, which is always 0',
    bad: [alert(`min without (state) (${states}{state=~"timeout|refused"}) == 1`)],
    finding: `5: A: ${states} in each of 2 states; expected one state selected, or their max or sum without state`,
    good: [alert(`max without (state) (${states}{state=~"timeout|refused"}) == 1`)],
  },
  {
    check: 'state-set',
    title: 'a count of each state by itself',
    bad: [alert('min_over_time(dockerhost_containers[1h]) > 200')],
    finding: '5: A: dockerhost_containers in each of 8 states; expected one state selected, or their sum without state',
    good: [alert('sum without (state) (min_over_time(dockerhost_containers[1h])) > 200')],
  },
  {
    check: 'division',
    title: 'a divisor that may be 0',
    bad: [alert('dockerhost_threads / dockerhost_process_limit > 0.9')],
    finding: '5: A: a divisor that may be 0; expected a guard such as (x > 0)',
    good: [alert('dockerhost_threads / (dockerhost_process_limit > 0) > 0.9')],
  },
  {
    check: 'division',
    title: 'a guard that lets 0 through',
    bad: [alert('dockerhost_threads / (dockerhost_process_limit >= 0) > 0.9')],
    finding: '5: A: a divisor that may be 0; expected a guard such as (x > 0)',
    good: [
      alert('dockerhost_threads / (dockerhost_process_limit != 0) > 0.9'),
      alert('dockerhost_threads / 4 > 0.9', { labels: { severity: 'info' } }),
    ],
  },
];
