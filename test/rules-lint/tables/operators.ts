import { alert, type Row, record } from '../rules.ts';

const fds = 'dockerhost_daemon_open_fds';
const hosts = 'count by (cluster) (up{job="docker-host"})';

/** Checks of operators between series, and of what rules record. */
export const operatorRows: readonly Row[] = [
  {
    check: 'matching',
    title: 'sides of different labels without on or ignoring',
    bad: [alert(`${fds} > dockerhost_daemon_max_fds{limit="soft"}`)],
    finding:
      '5: A: > between labels (cluster, daemon, instance, job) and (cluster, daemon, instance, job, limit); expected on or ignoring, so that both sides have the same',
    good: [alert(`${fds} > ignoring (limit) dockerhost_daemon_max_fds{limit="soft"}`)],
  },
  {
    check: 'matching',
    title: 'an ignored label that tells series apart',
    bad: [alert(`${fds} > ignoring (limit) dockerhost_daemon_max_fds`)],
    finding:
      '5: A: > leaves limit out, by which series differ; expected one value of it selected, or it aggregated away',
    good: [alert(`dockerhost_daemon_max_fds > ignoring (limit) group_left ${fds}`)],
  },
  {
    check: 'matching',
    title: 'and between sides that never match',
    bad: [alert(`${fds} > 1 and dockerhost_threads > 1`)],
    finding:
      '5: A: and between labels (cluster, daemon, instance, job) and (cluster, instance, job); expected on or ignoring, so that both sides have the same',
    good: [alert(`${fds} > 1 and ignoring (daemon) dockerhost_threads > 1`)],
  },
  {
    check: 'division',
    title: 'a recorded sum as divisor, which may be 0',
    bad: [
      record('cluster:dockerhost_hosts:sum', 'sum by (cluster) (up{job="docker-host"})'),
      alert('1 / cluster:dockerhost_hosts:sum > 0.2', { annotations: { description: '{{ $labels.cluster }}' } }),
    ],
    finding: '6: A: a divisor that may be 0; expected a guard such as (x > 0)',
    good: [
      record('cluster:dockerhost_hosts:count', hosts),
      alert('1 / cluster:dockerhost_hosts:count > 0.2', { annotations: { description: '{{ $labels.cluster }}' } }),
    ],
  },
  {
    check: 'recorded-name',
    title: 'a name of two parts',
    bad: [record('instance:dockerhost_threads', 'max_over_time(dockerhost_threads[5m])')],
    finding:
      '5: instance:dockerhost_threads: the name instance:dockerhost_threads; expected level:metric:operation, such as instance:dockerhost_threads:ratio',
    good: [record('instance:dockerhost_threads:max5m', 'max_over_time(dockerhost_threads[5m])')],
  },
  {
    check: 'recorded-name',
    title: 'a level that says less than the labels left',
    bad: [record('instance:dockerhost_fds:sum', 'sum without (target) (dockerhost_daemon_fds)')],
    finding:
      '5: instance:dockerhost_fds:sum: the level instance of instance:dockerhost_fds:sum; expected instance_daemon, the labels left',
    good: [record('instance_daemon:dockerhost_fds:sum', 'sum without (target) (dockerhost_daemon_fds)')],
  },
  {
    check: 'recorded-name',
    title: 'a level without the label that the rule itself adds',
    bad: [record('instance:dockerhost_residue:bool', 'dockerhost_ghost_containers >= bool 1', { signal: 'ghosts' })],
    finding:
      '5: instance:dockerhost_residue:bool: the level instance of instance:dockerhost_residue:bool; expected instance_signal, the labels left',
    good: [
      record('instance_signal:dockerhost_residue:bool', 'dockerhost_ghost_containers >= bool 1', { signal: 'ghosts' }),
    ],
  },
  {
    check: 'recorded-name',
    title: 'a window that is not the one of the name',
    bad: [record('instance:dockerhost_threads:min30m', 'min_over_time(dockerhost_threads[1h])')],
    finding:
      '5: instance:dockerhost_threads:min30m: the operation min30m of instance:dockerhost_threads:min30m; expected what the expression does last',
    good: [record('instance:dockerhost_threads:min1h', 'min_over_time(dockerhost_threads[1h])')],
  },
];
