import { explaining } from '../diagnosis/report/explanation.ts';
import { number } from '../diagnosis/report/words.ts';
import type { Finding } from '../model/report.ts';
import type { AdvisoryVerdict } from '../model/risk.ts';
import { advisoryAnchor } from './anchors.ts';
import { type Content, html } from './html.ts';
import type { View } from './view.ts';

/** So many are named with a finding. */
const mostNamed = 3;

/** The advisories that would explain a finding, the surest first. */
const behind = ({ alert }: Finding, { diagnosis }: Pick<View, 'diagnosis'>): readonly AdvisoryVerdict[] => [
  ...explaining(diagnosis, alert, 'exposed'),
  ...explaining(diagnosis, alert, 'possible'),
];

/** The ids of advisories to which a finding leads: those are not folded up. */
export const linkedFaults = (view: View): ReadonlySet<string> =>
  new Set(
    view.report.findings.flatMap((finding) =>
      behind(finding, view)
        .slice(0, mostNamed)
        .map(({ advisory }) => advisory.id),
    ),
  );

/** Links to the known faults that a finding may come from; nothing where there are none. */
export function faultsBehind(finding: Finding, view: View): Content {
  if (finding.alert === 'DockerHostVersionRisk') return html`see <a href="#advisories">below</a>`;
  const all = behind(finding, view);
  if (all.length === 0) return undefined;
  const links = all
    .slice(0, mostNamed)
    .map(({ advisory: { id } }, index) => html`${index === 0 ? '' : ', '}<a href="#${advisoryAnchor(id)}">${id}</a>`);
  const more = all.length - links.length;
  return html`see ${links}${more > 0 ? html` and <a href="#advisories">${number(more)} more</a>` : undefined} below`;
}

/** The command that tells of such faults is for those who do not have the page, which tells of them itself. */
export const withoutCommand = (next: string): string => next.replace(/ `docker-host-exporter advise[^`]*`[^`]*$/, '');
