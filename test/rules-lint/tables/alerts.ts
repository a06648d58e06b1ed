import { alert, described, type Row, record } from '../rules.ts';

const threads = 'dockerhost_threads > 1';
const floor = record('instance:dockerhost_threads:min5m', 'min_over_time(dockerhost_threads[5m])');
const withLabels = (labels: object) => alert(threads, { labels });
const withAnnotations = (annotations: object) => alert(threads, { annotations });

/** Checks of what an alert is made of beside its expression. */
export const alertRows: readonly Row[] = [
  {
    check: 'condition',
    title: 'no comparison',
    bad: [alert('dockerhost_threads')],
    finding: '5: A: no condition; expected a comparison without bool, absent or unless',
    good: [alert('dockerhost_threads unless dockerhost_process_limit')],
  },
  {
    check: 'condition',
    title: 'a comparison that only says 0 or 1',
    bad: [alert('dockerhost_threads > bool 1')],
    finding: '5: A: no condition; expected a comparison without bool, absent or unless',
    good: [described('absent(up{job="docker-host"})', 'No host of {{ $labels.job }}.')],
  },
  {
    check: 'for',
    title: 'a for of less than two intervals',
    bad: [alert(threads, { for: '1m' })],
    finding: '5: A: for: 60s; expected 120s or more, or none and a window',
    good: [alert(threads, { for: '2m' })],
  },
  {
    check: 'for',
    title: 'no for and no window',
    bad: [alert(threads, { for: undefined })],
    finding: '5: A: for: 0s; expected 120s or more, or none and a window',
    good: [floor, alert('instance:dockerhost_threads:min5m > 1', { for: undefined })],
  },
  {
    check: 'alert-labels',
    title: 'a severity that nobody routes',
    bad: [withLabels({ severity: 'page' })],
    finding: '5: A: severity: page; expected critical, warning, info',
    good: [withLabels({ severity: 'info' })],
  },
  {
    check: 'alert-labels',
    title: 'severity none of an alert that looks at series',
    bad: [withLabels({ severity: 'none' })],
    finding: '5: A: severity: none; expected critical, warning, info',
    good: [alert('vector(1)', { labels: { severity: 'none' }, annotations: { description: 'Always.' } })],
  },
  {
    check: 'alert-labels',
    title: 'no component',
    bad: [withLabels({ component: undefined })],
    finding: '5: A: no label component; expected docker-host',
    good: [withLabels({ component: 'docker-host' })],
  },
  {
    check: 'summary',
    title: 'none',
    bad: [withAnnotations({ summary: undefined })],
    finding: '5: A: no summary; expected one sentence',
    good: [withAnnotations({ summary: 'There is one.' })],
  },
  {
    check: 'summary',
    title: 'a template',
    bad: [withAnnotations({ summary: 'Something on {{ $labels.instance }}.' })],
    finding: '5: A: a template in the summary; expected text that is the same for all',
    good: [withAnnotations({ summary: 'Something on a host.' })],
  },
  {
    check: 'summary',
    title: 'no period',
    bad: [withAnnotations({ summary: 'Something is wrong' })],
    finding: '5: A: summary: Something is wrong; expected one sentence that ends with a period',
    good: [withAnnotations({ summary: 'Version 1.2 is wrong.' })],
  },
  {
    check: 'summary',
    title: 'two sentences',
    bad: [withAnnotations({ summary: 'One. Two.' })],
    finding: '5: A: summary: One. Two.; expected one sentence that ends with a period',
    good: [withAnnotations({ summary: 'One, two.' })],
  },
  {
    check: 'description',
    title: 'none',
    bad: [withAnnotations({ description: undefined })],
    finding: '5: A: no description; expected what is wrong, and where',
    good: [withAnnotations({ description: '{{ $labels.instance }}' })],
  },
  {
    check: 'description',
    title: 'it does not name the instance',
    bad: [described(threads, 'Too many, says {{ $labels.job }}.')],
    finding: '5: A: the description does not name the instance; expected {{ $labels.instance }} in it',
    good: [described(threads, 'Too many, says {{ .Labels.instance }}.')],
  },
  {
    check: 'description',
    title: 'one of a fleet does not name the cluster',
    bad: [described('sum by (cluster) (up{job="docker-host"}) < 1', 'Too few.')],
    finding: '5: A: the description does not name the cluster; expected {{ $labels.cluster }} in it',
    good: [described('sum by (cluster) (up{job="docker-host"}) < 1', 'Too few in {{ $labels.cluster }}.')],
  },
  {
    check: 'runbook-link',
    title: 'none',
    bad: [withAnnotations({ runbook_url: undefined })],
    finding: '5: A: no runbook_url; expected docs/runbooks/A.md',
    good: [withAnnotations({ runbook_url: 'docs/runbooks/A.md' })],
  },
];
