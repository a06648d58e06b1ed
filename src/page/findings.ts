import { count } from '../diagnosis/report/words.ts';
import type { Offender } from '../model/offenders.ts';
import type { Finding } from '../model/report.ts';
import { type Content, type Html, html } from './html.ts';
import { runbook } from './links.ts';
import { prose } from './prose.ts';
import { note, section } from './section.ts';
import type { About, View } from './view.ts';
import { who } from './who.ts';

/** So many are named in a finding; the sections below have them all. */
const mostNamed = 4;

export const findingsSection = ({ report, about }: View): Html =>
  section(
    'findings',
    'What is wrong',
    report.findings.length === 0
      ? note('Nothing that this exporter could see.')
      : html`<ol class="findings">
${report.findings.map((finding) => findingItem(finding, about))}</ol>
`,
  );

const findingItem = (finding: Finding, about: About): Html =>
  html`<li class="finding ${finding.severity}">
<h3><span class="badge">${finding.severity}</span> ${prose(finding.summary)}</h3>
<dl>
${linesOf(finding)}${line('Runbook', runbook(finding.alert, about))}</dl>
</li>
`;

/** What is only worth knowing is told shorter. */
function linesOf({ severity, culprits, meaning, next }: Finding): Content {
  if (severity === 'info') return line('Next', prose(next));
  const named = culprits.length === 0 ? undefined : line('Who', culpritNames(culprits));
  return [named, line('Means', prose(meaning)), line('Next', prose(next))];
}

const line = (label: string, content: Content): Html => html`<div><dt>${label}</dt><dd>${content}</dd></div>
`;

function culpritNames(culprits: readonly Offender[]): Content {
  const more = culprits.length - mostNamed;
  const named = culprits.slice(0, mostNamed).map((culprit, index) => [index === 0 ? '' : ', ', who(culprit)]);
  return more > 0 ? [named, ` and ${count(more, 'other')}`] : named;
}
