import { count, list, number } from '../diagnosis/report/words.ts';
import type { Finding, Report, Severity, Status } from '../model/report.ts';
import { type Content, type Html, html } from './html.ts';
import { code, moment, name } from './prose.ts';
import { placeOfFinding } from './subjects.ts';
import type { About, View } from './view.ts';

const words: Readonly<Record<Status, string>> = {
  ok: 'OK',
  warning: 'Warning',
  critical: 'Critical',
  unknown: 'Unknown',
};

/** The top of a page: which host, how it is, and when that was so. */
export const banner = (about: About, status: Status, summary: Content, alerts: Content, times: Content): Html =>
  html`<header class="banner ${status}">
<p class="exporter">docker-host-exporter ${about.version}</p>
<h1>${name(about.host)}</h1>
${ofContainer(about)}<div class="verdict">
<p><strong data-status="${status}">${words[status]}</strong> <span>${summary}</span></p>
${alerts}</div>
<p class="times">${times} ${refreshing(about)}</p>
</header>
`;

/** A container that nobody gave a name to has the beginning of its id for one. */
const ofContainer = ({ host }: About): Content =>
  /^[0-9a-f]{12}$/.test(host)
    ? html`<p class="times">This is the name of the exporter’s own container: ${code('--hostname')} gives it that of the host.</p>
`
    : undefined;

function refreshing({ refreshSeconds }: About): Html {
  return refreshSeconds === undefined
    ? html`This page stays as it is. <a href="/">Refresh automatically</a>`
    : html`This page refreshes itself every ${refreshSeconds} s. <a href="/?refresh=off">Stop that</a>`;
}

/** The banner of a look at the host. */
export const statusBanner = ({ about, report, snapshot, diagnosis }: View): Html =>
  banner(about, report.status, summaryOf(report), alertLinks(report.findings), [
    html`Seen at ${moment(snapshot.takenAt)}.`,
    tooNew(diagnosis.undecided),
  ]);

/** So many alerts are named. */
const mostNamed = 4;

/** The names of what is wrong, the worst first, each a link to it. One that no tile shows is named in any case. */
function alertLinks(findings: readonly Finding[]): Content {
  const urgent = findings.filter(({ severity }) => severity !== 'info');
  const alerts = urgent.filter(({ alert }, index) => urgent.findIndex((each) => each.alert === alert) === index);
  if (alerts.length === 0) return undefined;
  const named = alerts.filter((finding, index) => index < mostNamed || placeOfFinding(finding) === 'banner');
  const more = alerts.length - named.length;
  return html`<ul class="alerts">
${named.map(alertLink)}${more > 0 ? html`<li>and <a href="#findings">${number(more)} more</a></li>` : undefined}</ul>
`;
}

const alertLink = ({
  alert,
  severity,
}: Finding): Html => html`<li class="${severity}"><a href="#${alert}">${alert}</a></li>
`;

const tooNew = (undecided: number): Content =>
  undecided === 0
    ? undefined
    : html` ${count(undecided, 'thing')} came up just now, and will be told when ${undecided === 1 ? 'it has' : 'they have'} lasted.`;

/** What the findings come to, in a line. */
export function summaryOf({ status, findings, unseen }: Report): Content {
  const notAll = html`<a href="#unseen">not all could be seen</a>`;
  const notes = notesOf(findings);
  if (status === 'ok') return notes === undefined ? 'Nothing is wrong on this host.' : html`Nothing urgent; ${notes}.`;
  if (status === 'unknown') return html`No problem found, but ${notAll}${notes && html`; ${notes}`}.`;
  const of = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const [critical, warning] = [of('critical'), of('warning')];
  const parts = [
    ...(critical > 0 ? [`${count(critical, 'critical problem')}`] : []),
    ...(warning > 0 ? [`${count(warning, 'warning')}`] : []),
  ];
  return html`${list(parts)} on this host${notes && html`; ${notes}`}${unseen.length > 0 ? html`; ${notAll}` : ''}.`;
}

/** What is only worth knowing is counted, and does not change the status. */
function notesOf(findings: readonly Finding[]): Content {
  const notes = findings.filter(({ severity }) => severity === 'info').length;
  return notes === 0 ? undefined : html`<a href="#notes">${count(notes, 'note')} below</a>`;
}
