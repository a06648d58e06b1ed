import { duration } from '../diagnosis/report/words.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { type VisibilityScope, visibilityScopes } from '../model/host.ts';
import type { Unseen } from '../model/report.ts';
import type { StuckReading } from '../model/snapshot.ts';
import { type Content, type Html, html } from './html.ts';
import { runbook } from './links.ts';
import { prose } from './prose.ts';
import { note, section } from './section.ts';
import { table } from './table.ts';
import type { About, View } from './view.ts';

const partWords: Readonly<Record<string, string>> = {
  host_processes: 'Processes of the host',
  daemon_fds: 'Descriptors of the daemons',
  mount_namespaces: 'Mounts in other mount namespaces',
  engine: 'Docker Engine',
  processes: 'Some processes',
  daemon: 'The daemons',
  mounts: 'Some mounts',
  host: 'Load, memory and CPUs',
  reconcile: 'Ghosts and orphans',
  advisories: 'Some versions and settings',
};

/** What this exporter cannot see, why, and where it stands how to change that. */
export const unseenSection = ({ report, snapshot, diagnosis, about }: View): Html =>
  section('unseen', 'What this exporter cannot see', [
    report.unseen.length === 0
      ? note('Everything that it looks at could be seen.')
      : table({
          caption: 'Nothing is said about these, which does not mean that all is well there',
          columns: [{ title: 'Part' }, { title: 'Why, and what it takes' }, { title: 'Runbook' }],
          rows: report.unseen.map((part) => unseenRow(part, runbookFor(part, diagnosis), about)),
        }),
    snapshot.stuck.length === 0 ? undefined : stuckTable(snapshot.stuck, snapshot.takenAt),
  ]);

const unseenRow = ({ part, reason }: Unseen, alert: string, about: About): readonly Content[] => [
  html`<b>${Object.hasOwn(partWords, part) ? partWords[part] : part}</b> <span class="about">${part}</span>`,
  prose(reason),
  runbook(alert, about),
];

/** Nothing has failed where the Engine has only not confirmed yet what looks like a ghost or an orphan. */
function runbookFor({ part }: Unseen, { reconciliation }: Diagnosis): string {
  if (isScope(part)) return 'DockerHostVisibilityDegraded';
  return part === 'reconcile' && reconciliation !== undefined
    ? 'DockerHostGhostContainers'
    : 'DockerHostCollectorFailing';
}

const isScope = (part: string): boolean => visibilityScopes.includes(part as VisibilityScope);

const stuckTable = (stuck: readonly StuckReading[], now: number): Html =>
  table({
    caption: 'Calls into the kernel that have not come back; they are left out until they do',
    columns: [{ title: 'Path' }, { title: 'For', isNumber: true }],
    rows: stuck.map(({ path, since }) => [html`<code>${path}</code>`, duration(Math.max(0, now - since))]),
  });
