import type { AlertName } from '../diagnosis/report/alerts.ts';
import { number, percent } from '../diagnosis/report/words.ts';
import { daemonNames } from '../model/daemons.ts';
import type { Report } from '../model/report.ts';
import { descriptorsOf, shareOf } from './descriptors.ts';
import { engineWord } from './engine-word.ts';
import { type Html, html } from './html.ts';
import { none, type Sight, seen, unseen } from './sight.ts';
import { sightsOf } from './sights.ts';
import type { View } from './view.ts';

interface Tile {
  readonly label: string;
  readonly value: Sight<string | number>;
  /** The section that says more. */
  readonly place: string;
  /** The findings that say that something is wrong with it. */
  readonly alerts: readonly AlertName[];
}

/** The numbers of the page in one row, each a link to its section. What is wrong with one is said by the findings. */
export function glance(view: View): Html {
  return html`<nav class="glance" aria-label="At a glance">
<ul>
${tilesOf(view).map(
  (tile) => html`<li>${shown(tile, view.report)}</li>
`,
)}</ul>
</nav>
`;
}

function tilesOf(view: View): readonly Tile[] {
  const { zombies, unkillable, ghosts, orphans, lingering, leaked } = sightsOf(view);
  const tile = (label: string, value: Tile['value'], place: string, ...alerts: readonly AlertName[]): Tile => ({
    label,
    value,
    place,
    alerts,
  });
  return [
    tile('Engine', engineWord(view.snapshot), 'engine', 'DockerEngineDown', 'DockerEngineHung'),
    tile('Descriptors', fullest(view), 'daemon', 'DockerdFdsNearLimit'),
    tile('Zombies', zombies, 'processes', 'DockerHostZombies'),
    tile('Unkillable', unkillable, 'processes', 'DockerHostUnkillableProcesses', 'DockerHostFreezing'),
    tile('Ghosts', ghosts, 'containers', 'DockerHostGhostContainers'),
    tile('Orphans', orphans, 'containers', 'DockerHostOrphanProcesses'),
    tile('Lingering mounts', lingering, 'mounts', 'DockerHostLingeringMounts'),
    tile('Leaked mounts', leaked, 'mounts', 'DockerHostLeakedMounts'),
  ];
}

/** The daemon that is nearest to its limit. */
function fullest({ snapshot }: View): Sight<string> {
  const all = daemonNames.map((name) => descriptorsOf(snapshot.host.daemons[name]));
  const shares = all.flatMap((sight) => ('value' in sight ? (shareOf(sight.value) ?? []) : []));
  if (shares.length > 0) return seen(percent(Math.max(...shares)));
  const gap = all.flatMap((sight) => ('gap' in sight ? [sight.gap] : []))[0];
  if (gap !== undefined) return unseen(gap);
  return all.some((sight) => 'value' in sight) ? seen('no limit') : none('no daemon runs');
}

function shown({ label, value, place, alerts }: Tile, { findings }: Report): Html {
  const severity = findings.find(({ alert }) => alerts.includes(alert as AlertName))?.severity;
  const { words, tone, flag } = looks(value);
  return html`<a class="tile ${severity ?? tone}" href="#${place}"><span class="label">${label}</span> <span class="value">${words}</span> <span class="flag">${severity ?? flag}</span></a>`;
}

/** How a value looks with which nothing is wrong. */
function looks(sight: Tile['value']): { readonly words: string; readonly tone: string; readonly flag: string } {
  if ('gap' in sight) return { words: 'not seen', tone: 'unknown', flag: '' };
  if ('none' in sight) return { words: '–', tone: 'none', flag: 'not here' };
  const words = typeof sight.value === 'number' ? number(sight.value) : sight.value;
  return { words: sight.isLeast ? `${words} or more` : words, tone: 'ok', flag: 'ok' };
}
