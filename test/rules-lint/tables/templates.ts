import { alert, described, type Row } from '../rules.ts';

const threads = 'dockerhost_threads > 1';
const asked = (query: string, args = '$labels.instance $labels.cluster', within = '{{ .Value }}') =>
  described(
    threads,
    `{{ $labels.instance }} {{ range query (printf ${JSON.stringify(query)} ${args}) }}${within}{{ end }}`,
  );
const offender = 'dockerhost_offender{instance=%q,cluster=%q,kind="ghost"}';

/** Checks of templates in annotations. */
export const templateRows: readonly Row[] = [
  {
    check: 'template-label',
    title: 'a label that the expression has left out',
    bad: [
      described(
        'sum without (parent) (dockerhost_zombie_processes) > 1',
        '{{ $labels.instance }} {{ $labels.parent }}',
      ),
    ],
    finding: '5: A: $labels.parent is not there; expected one of cluster, component, instance, job, severity',
    good: [
      described('max without (job) (dockerhost_zombie_processes) > 1', '{{ $labels.instance }} {{ $labels.parent }}'),
    ],
  },
  {
    check: 'template-label',
    title: 'a label that only one side of or has',
    bad: [
      described(
        'dockerhost_daemon_up == 0 or ignoring (daemon) dockerhost_threads > 1',
        '{{ $labels.instance }} {{ $labels.daemon }}',
      ),
    ],
    finding: '5: A: $labels.daemon is not there; expected one of cluster, component, instance, job, severity',
    good: [described('dockerhost_daemon_up == 0', '{{ $labels.instance }} {{ $labels.daemon }}')],
  },
  {
    check: 'template-label',
    title: 'a label that the query has not',
    bad: [asked(offender, undefined, '{{ .Labels.scope }}')],
    finding: '5: A: .Labels.scope is not there; expected one of cluster, container, instance, job, kind, name, process',
    good: [asked(offender, undefined, '{{ with .Labels.name }}{{ . }}{{ end }}{{ .Labels.process }}')],
  },
  {
    check: 'template-label',
    title: 'labels of what is no sample',
    bad: [asked(offender, undefined, '{{ with .Labels.name }}{{ .Labels.name }}{{ end }}')],
    finding: '5: A: .Labels.name is not there; expected no label here',
    good: [asked(offender, undefined, '{{ if .Labels.name }}{{ .Labels.name }}{{ end }}')],
  },
  {
    check: 'template-label',
    title: 'labels of the query after else',
    bad: [asked(offender, undefined, '{{ else }}{{ .Labels.process }}')],
    finding: '5: A: $labels.process is not there; expected one of cluster, component, instance, job, severity',
    good: [asked(offender, undefined, '{{ else }}{{ .Labels.instance }}')],
  },
  {
    check: 'template-value',
    title: 'the value in a label',
    bad: [alert(threads, { labels: { threads: '{{ $value }}' } })],
    finding: '5: A: the value in the label threads; expected it in an annotation only',
    good: [alert(threads, { labels: { threads: 'value' } })],
  },
  {
    check: 'template-value',
    title: 'a bare value',
    bad: [described(threads, '{{ $labels.instance }} {{ $value }}')],
    finding:
      '5: A: a value that is bare, or a percentage of what is no ratio; expected {{ $value | humanize }}, or printf',
    good: [described(threads, '{{ $labels.instance }} {{ printf "%.0f" $value }}{{ if gt $value 5.0 }}!{{ end }}')],
  },
  {
    check: 'template-value',
    title: 'a percentage of what is no ratio',
    bad: [described(threads, '{{ $labels.instance }} {{ $value | humanizePercentage }}')],
    finding:
      '5: A: a value that is bare, or a percentage of what is no ratio; expected {{ $value | humanize }}, or printf',
    good: [
      described(
        'dockerhost_daemon_busiest_thread_cpu_ratio > 1',
        '{{ $labels.instance }} {{ $value | humanizePercentage }}',
      ),
    ],
  },
  {
    check: 'template-value',
    title: 'a ratio that is not humanized',
    bad: [
      described(
        'dockerhost_threads / (dockerhost_process_limit > 0) > 1',
        '{{ $labels.instance }} {{ printf "%.2f" $value }}',
      ),
    ],
    finding: '5: A: a ratio that is not humanized; expected {{ $value | humanizePercentage }} or humanize',
    good: [
      described(
        'dockerhost_threads / (dockerhost_process_limit > 0) > 1',
        '{{ $labels.instance }} {{ $value | humanizePercentage }}',
      ),
    ],
  },
  {
    check: 'template-query',
    title: 'a query that is not PromQL',
    bad: [asked('dockerhost_offender{instance=%q')],
    finding: '5: A: not PromQL at its end; expected a query in PromQL',
    good: [asked(offender)],
  },
  {
    check: 'template-query',
    title: 'a query of any host',
    bad: [asked('dockerhost_offender{cluster=%q,kind="ghost"}', '$labels.cluster')],
    finding: '5: A: a query of any instance; expected instance=%q in each selector, with $labels.instance',
    good: [asked('dockerhost_offender{cluster=%q,kind="ghost",instance=%q}', '$labels.cluster $labels.instance')],
  },
  {
    check: 'known-value',
    title: 'a value in a query that is not in the closed list',
    bad: [asked(offender.replace('ghost', 'spook'))],
    finding:
      '5: A: dockerhost_offender never has kind="spook"; expected one of zombie_leader, unkillable, ghost, orphan, mount_holder, lingering_mount, zombie_parent',
    good: [asked(`topk(5, ${offender})`)],
  },
  {
    check: 'known-metric',
    title: 'a metric in a query that nobody exposes',
    bad: [asked('dockerhost_ofender{instance=%q,cluster=%q}')],
    finding:
      '5: A: no series dockerhost_ofender at this point; expected dockerhost_offender, or another metric of docs/metrics.md',
    good: [asked('dockerhost_offender{instance=%q,cluster=%q}')],
  },
];
