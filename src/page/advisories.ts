import { count, list, sentences } from '../diagnosis/report/words.ts';
import { advisorySeverities, type Verdict } from '../model/advisory.ts';
import type { AdvisoryVerdict } from '../model/risk.ts';
import { advisoryAnchor } from './anchors.ts';
import { linkedFaults } from './faults.ts';
import { type Content, type Html, html } from './html.ts';
import { source } from './links.ts';
import { prose } from './prose.ts';
import { note, section } from './section.ts';
import { notSeen } from './sight.ts';
import { table } from './table.ts';
import { versionFigures } from './versions.ts';
import type { View } from './view.ts';

/** What this host is made of, and which known faults that has. */
export const advisoriesSection = (view: View): Html =>
  section('advisories', 'Versions and known faults', [versionFigures(view), faults(view)]);

function faults(view: View): Content {
  const { risk } = view.diagnosis;
  if (risk === undefined) return note(notSeen('no advisories were loaded'));
  const exposed = of('exposed', risk.verdicts);
  const possible = of('possible', risk.verdicts);
  const linked = linkedFaults(view);
  const shown = [...exposed, ...possible.filter(({ advisory }) => linked.has(advisory.id))];
  const folded = possible.filter(({ advisory }) => !linked.has(advisory.id));
  return [
    exposed.length + possible.length === 0
      ? note('None of the advisories says that this host has its fault.')
      : undefined,
    shown.length === 0
      ? undefined
      : faultTable('Faults that this host has, or that may be behind what is wrong with it', shown),
    folded.length === 0
      ? undefined
      : html`<details>
<summary>${count(folded.length, 'fault')} that this host may have</summary>
${faultTable('Faults that the versions and settings of this host allow, or that cannot be ruled out', folded)}</details>
`,
    note(restOf(risk.verdicts)),
  ];
}

const faultTable = (caption: string, verdicts: readonly AdvisoryVerdict[]): Html =>
  table({
    caption: `${caption}; they need not have struck yet`,
    columns: [
      { title: 'Fault' },
      { title: 'Verdict' },
      { title: 'Because' },
      { title: 'Remedy' },
      { title: 'Sources' },
    ],
    rows: verdicts.map(faultRow),
    isWide: true,
  });

const of = (verdict: Verdict, verdicts: readonly AdvisoryVerdict[]): readonly AdvisoryVerdict[] =>
  verdicts.filter((each) => each.verdict === verdict).sort((a, b) => rank(a) - rank(b));
const rank = ({ advisory }: AdvisoryVerdict): number => advisorySeverities.indexOf(advisory.severity);

const faultRow = ({ advisory, verdict, why }: AdvisoryVerdict): readonly Content[] => [
  html`<b id="${advisoryAnchor(advisory.id)}">${prose(advisory.title)}</b> <span class="about">${advisory.id}, ${advisory.severity}</span>`,
  html`<span class="badge ${verdict}">${verdict}</span>`,
  prose(why),
  prose(sentences(advisory.remedy)),
  html`<ul class="sources">${advisory.references.map((address) => html`<li>${source(address)}</li>`)}</ul>`,
];

function restOf(verdicts: readonly AdvisoryVerdict[]): Content {
  const clear = of('clear', verdicts).length;
  const unknown = of('unknown', verdicts).map(({ advisory }) => advisory.id);
  const others =
    unknown.length === 0 ? '' : `; of ${count(unknown.length, 'other')} it cannot be told: ${list(unknown)}`;
  return `${count(clear, 'advisory does', 'advisories do')} not concern this host${others}.`;
}
