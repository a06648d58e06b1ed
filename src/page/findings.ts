import { count } from '../diagnosis/report/words.ts';
import type { Offender } from '../model/offenders.ts';
import type { Finding } from '../model/report.ts';
import { anchorOf } from './anchors.ts';
import { faultsBehind, withoutCommand } from './faults.ts';
import { type Content, type Html, html } from './html.ts';
import { runbook } from './links.ts';
import { prose } from './prose.ts';
import { note, section } from './section.ts';
import type { View } from './view.ts';
import { who } from './who.ts';

/** So many are named in a finding; the sections below have them all. */
const mostNamed = 4;

/** What is wrong, the worst first; what is only worth knowing is folded up after it. */
export function findingsSection(view: View): Html {
  const { findings } = view.report;
  const urgent = findings.filter(({ severity }) => severity !== 'info');
  const notes = findings.filter(({ severity }) => severity === 'info');
  return section('findings', 'What is wrong', [
    urgent.length === 0
      ? note(
          notes.length === 0 ? 'Nothing that this exporter could see.' : 'Nothing urgent that this exporter could see.',
        )
      : listOf(urgent, view),
    notes.length === 0 ? undefined : notesOf(notes, view),
  ]);
}

const listOf = (findings: readonly Finding[], view: View): Html => html`<ol class="findings">
${findings.map((finding) => findingItem(finding, view))}</ol>
`;

const notesOf = (notes: readonly Finding[], view: View): Html => html`<details id="notes">
<summary>${count(notes.length, 'note')}, worth knowing and not urgent</summary>
${listOf(notes, view)}</details>
`;

const findingItem = (finding: Finding, view: View): Html =>
  html`<li class="finding ${finding.severity}" id="${anchorOf(view.report.findings, finding)}">
<h3><span class="badge">${finding.severity}</span> ${prose(finding.summary)}</h3>
<dl>
${linesOf(finding)}${faultsLine(finding, view)}${line('Runbook', runbook(finding.alert, view.about))}</dl>
</li>
`;

/** What is only worth knowing is told shorter. */
function linesOf({ severity, culprits, meaning, next }: Finding): Content {
  const step = line('Next', prose(withoutCommand(next)));
  if (severity === 'info') return step;
  const named = culprits.length === 0 ? undefined : line('Who', culpritNames(culprits));
  return [named, line('Means', prose(meaning)), step];
}

/** The faults that would explain it: the page itself says what to do about them. */
function faultsLine(finding: Finding, view: View): Content {
  const faults = faultsBehind(finding, view);
  return faults === undefined ? undefined : line('Known faults', faults);
}

const line = (label: string, content: Content): Html => html`<div><dt>${label}</dt><dd>${content}</dd></div>
`;

function culpritNames(culprits: readonly Offender[]): Content {
  const more = culprits.length - mostNamed;
  const named = culprits.slice(0, mostNamed).map((culprit, index) => [index === 0 ? '' : ', ', who(culprit)]);
  return more > 0 ? [named, ` and ${count(more, 'other')}`] : named;
}
