import { reportOf } from '../diagnosis/report/report.ts';
import type { Look } from '../model/diagnosis.ts';
import { advisoriesSection } from './advisories.ts';
import { banner, statusBanner } from './banner.ts';
import { containersSection } from './containers.ts';
import { daemonSection } from './daemons.ts';
import { documentOf } from './document.ts';
import { engineSection } from './engine.ts';
import { findingsSection } from './findings.ts';
import { glance } from './glance.ts';
import { html } from './html.ts';
import { mountsSection } from './mounts.ts';
import { processesSection } from './processes.ts';
import { moment, prose } from './prose.ts';
import { note, section } from './section.ts';
import { unseenSection } from './unseen.ts';
import type { About, View } from './view.ts';

/** What belongs to this host now, as a page for a person: what is wrong first, then what is there. */
export function pageOf(look: Look, about: About): string {
  const report = reportOf(look.snapshot, look.diagnosis);
  const view: View = { ...look, report, about };
  const content = html`${statusBanner(view)}<main>
${glance(view)}${findingsSection(view)}${unseenSection(view)}<div class="columns">
${engineSection(view)}${daemonSection(view)}${processesSection(view)}${containersSection(view)}</div>
${mountsSection(view)}${advisoriesSection(view)}</main>
`;
  return documentOf(about, report.status, content);
}

/**
 * The page when nobody could look at the host: why that is so. It goes on refreshing itself.
 * @param at Unix time at which the look failed, where it is known.
 */
export function pageWithout(reason: string, about: About, at?: number): string {
  const times = at === undefined ? undefined : html`Tried at ${moment(at)}.`;
  const content = html`${banner(about, 'unknown', 'The host could not be looked at.', undefined, times)}<main>
${section('findings', 'What is wrong', note(html`The exporter answers, but its look at the host failed: ${prose(reason)}`))}${section(
  'unseen',
  'What this exporter cannot see',
  note(
    html`Everything, at the moment. What it says of itself is in its log (the journal of its service, or the output of its container), and in its <a href="${about.telemetryPath}">metrics</a> as long as those come.`,
  ),
)}</main>
`;
  return documentOf(about, 'unknown', content);
}
