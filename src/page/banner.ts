import { count, list } from '../diagnosis/report/words.ts';
import type { Report, Severity, Status } from '../model/report.ts';
import { type Content, type Html, html } from './html.ts';
import { moment, name } from './prose.ts';
import type { About, View } from './view.ts';

const words: Readonly<Record<Status, string>> = {
  ok: 'OK',
  warning: 'Warning',
  critical: 'Critical',
  unknown: 'Unknown',
};

/** The top of a page: which host, and how it is. */
export const banner = (about: About, status: Status, summary: Content, times: Content): Html =>
  html`<header class="banner ${status}">
<p class="exporter">docker-host-exporter ${about.version}</p>
<h1>${name(about.host)}</h1>
<p class="verdict"><strong data-status="${status}">${words[status]}</strong> <span>${summary}</span></p>
<p class="times">${times} ${refreshing(about)}</p>
</header>
`;

function refreshing({ refreshSeconds }: About): Html {
  return refreshSeconds === undefined
    ? html`This page stays as it is. <a href="/">Refresh it by itself</a>`
    : html`This page refreshes itself every ${refreshSeconds} s. <a href="/?refresh=off">Stop that</a>`;
}

/** The banner of a look at the host. */
export const statusBanner = ({ about, report, snapshot, diagnosis }: View): Html =>
  banner(about, report.status, summaryOf(report), [
    html`Seen at ${moment(snapshot.takenAt)}.`,
    tooNew(diagnosis.undecided),
  ]);

const tooNew = (undecided: number): Content =>
  undecided === 0
    ? undefined
    : html` ${count(undecided, 'thing')} came up just now, and will be told when ${undecided === 1 ? 'it has' : 'they have'} lasted.`;

/** What the findings come to, in a line. */
export function summaryOf({ status, findings, unseen }: Report): Content {
  const notAll = html`<a href="#unseen">not all could be seen</a>`;
  if (status === 'ok') return 'Nothing is wrong on this host.';
  if (status === 'unknown') return html`Nothing wrong is to be seen, but ${notAll}.`;
  const of = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const [critical, warning] = [of('critical'), of('warning')];
  const parts = [
    ...(critical > 0 ? [`${count(critical, 'critical problem')}`] : []),
    ...(warning > 0 ? [`${count(warning, 'warning')}`] : []),
  ];
  return html`${list(parts)} on this host${unseen.length > 0 ? html`; ${notAll}` : ''}.`;
}
