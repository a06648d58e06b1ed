import type { LoadedDirectory } from '../../src/catalogue/load.ts';
import { type Advisory, advisorySeverities, type LifeTable, type NotEncoded } from '../../src/model/advisory.ts';
import { lowerBoundKnown } from './advisories-bounds.ts';
import { components } from './advisories-conditions.ts';
import { advisoryBlocks, referencesText } from './advisories-entry.ts';
import { howTo } from './advisories-howto.ts';
import { anchor, prose, sentence } from './advisories-text.ts';
import { code, page, table } from './markdown.ts';

const introduction = `Kernels, storage drivers and versions of Docker, containerd and runc that are known to hang, to leak, or to get no more
fixes, as data: one file each in \`advisories/\`. A host is judged by what it runs, before anything shows on it.
\`docker-host-exporter advise\` prints the verdicts.`;

const verdictsText = `Each advisory gets one verdict for a host:

| Verdict | Meaning |
| --- | --- |
| \`exposed\` | the facts of the host are those that the sources name |
| \`possible\` | the sources do not decide: the version lies between the last that is known to be clean and the first that is known to be affected, or its builder may have put in the fix |
| \`unknown\` | a fact that decides is missing or cannot be understood, or facts contradict each other; the reason quotes it |
| \`clear\` | a fact that is known rules it out |

What is not known never counts as clear. Where all of several conditions have to hold, one that is clear is enough to be
clear, whatever is not known of the others. What would protect a host counts only when it is known.

A kernel is judged by the numbers of those who built it: Ubuntu's by ABI and upload (\`uname -r\`, \`uname -v\`), Debian's by
package version (\`uname -v\`), that of RHEL 7 by release, others by upstream version. Builds that carry fixes of their own
are \`possible\` at the most. A pre-release of the first affected version is \`possible\`, too.

Severity is how bad it is for a host that is struck. Confidence is how good the evidence is: high, read in a primary
source; medium, one good secondary source; low, reports of users.`;

/** docs/advisories.md: every advisory, the ends of life, and what is not encoded. */
export const advisoriesPage = ({ advisories, endOfLife, notEncoded }: LoadedDirectory): string =>
  page([
    '# Advisories',
    introduction,
    '## Verdicts',
    verdictsText,
    '## All at a glance',
    'Lower bound: whether it is known with which version it began.',
    summary(advisories),
    '## One by one',
    ...advisories.flatMap(advisoryBlocks),
    '## End of life',
    'A version past this day gets no fixes any more. Dates after the snapshot are plans of that day.',
    ...endOfLife.flatMap(lifeBlocks),
    '## Not encoded, and why',
    ...notEncoded.flatMap(notEncodedBlocks),
    ...howTo,
  ]);

const summary = (advisories: readonly Advisory[]): string =>
  table(
    ['Advisory', 'What', 'Severity', 'Confidence', 'Lower bound'],
    [...advisories]
      .sort((a, b) => advisorySeverities.indexOf(a.severity) - advisorySeverities.indexOf(b.severity))
      .map((advisory) => {
        const { id, title, severity, confidence } = advisory;
        return [`[${code(id)}](#${anchor(id)})`, title, severity, confidence, lowerBoundKnown(advisory)];
      }),
  );

const unlistedText = {
  ended: 'An older version that is not listed has ended.',
  unknown: 'Of an older version that is not listed nothing is known.',
} as const;

function lifeBlocks({ component, snapshot, source, cycles, unlisted }: LifeTable): readonly string[] {
  const from = /^https?:\/\/\S+$/.test(source) ? `<${source}>` : prose(source);
  return [
    `### ${components[component]}`,
    `As of ${snapshot}, from ${from}. ${unlistedText[unlisted]}`,
    table(
      ['Version', 'Ends'],
      cycles.map(({ cycle, ends }) => [cycle, ends]),
    ),
  ];
}

const notEncodedBlocks = ({ id, title, reason, instead, references }: NotEncoded): readonly string[] => [
  `### ${code(id)}`,
  `**${prose(title)}**`,
  sentence(reason),
  ...(instead === undefined ? [] : [`Instead: ${sentence(instead)}`]),
  referencesText(references),
];
