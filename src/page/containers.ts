import { bytes, number, processes } from '../diagnosis/report/words.ts';
import type { ContainerCgroups } from '../model/containers.ts';
import type { ContainerUse } from '../model/diagnosis.ts';
import { type ContainerList, containerStates } from '../model/engine.ts';
import { figures } from './figures.ts';
import { engineText, processesGap } from './gaps.ts';
import { type Content, type Html, html } from './html.ts';
import { offenderTable } from './offenders.ts';
import { section } from './section.ts';
import { amount, amountText, notSeen, readingText } from './sight.ts';
import { sightsOf } from './sights.ts';
import type { View } from './view.ts';

/** Where Engine and kernel do not agree on which containers run. */
export function containersSection(view: View): Html {
  const { ghosts, orphans } = sightsOf(view);
  const { engine, host } = view.snapshot;
  return section('containers', 'Containers', [
    figures([
      ['Ghosts', [amountText(ghosts), explained('the Engine says that they run, and no process lives')]],
      ['Orphans', [amountText(orphans), orphaned(view)]],
      [
        'By the Engine',
        engine === undefined
          ? notSeen('the Engine is not asked')
          : engineText(engine.containers, view.snapshot, byState),
      ],
      ['By the kernel', readingText(host.containers, (cgroups) => byProcesses(cgroups, view))],
    ]),
    offenderTable(view, {
      caption: 'Ghosts and orphans',
      kinds: ['ghost', 'orphan'],
      counted: 'Processes',
      shows: ['pids'],
      kindWords: { ghost: 'ghost', orphan: 'orphan' },
    }),
  ]);
}

const explained = (text: string): Html => html` <span class="about">${text}</span>`;

function orphaned({ diagnosis: { reconciliation } }: View): Html {
  const meaning = 'their processes live, and the Engine does not know it';
  if (reconciliation === undefined || reconciliation.orphans.length === 0) return explained(meaning);
  const { processes: alive, residentBytes } = reconciliation.orphaned;
  return explained(`${meaning}: ${processes(alive)} with ${bytes(residentBytes)} of memory`);
}

/** A state without a container is left out. */
function byState({ containers }: ContainerList): string {
  const parts = [...containerStates, 'other' as const].flatMap((state) => {
    const those = containers.filter((container) => container.state === state).length;
    return those === 0 ? [] : [`${number(those)} ${state}`];
  });
  return parts.length === 0 ? 'none' : parts.join(', ');
}

/** A cgroup of which no process can be seen looks like one without any. */
function byProcesses({ containers }: ContainerCgroups, { snapshot, diagnosis }: View): Content {
  const live = containers.filter(({ runtime }) => runtime === 'docker').length;
  const sight = amount(live, processesGap(snapshot));
  if ('gap' in sight) return amountText(sight);
  const what = live === 1 ? 'container' : 'containers';
  return [amountText(sight), ` ${what} of Docker with processes`, use(diagnosis.containerUse)];
}

const use = (taken: ContainerUse | undefined): Content =>
  taken === undefined ? undefined : explained(`${processes(taken.processes)}, ${bytes(taken.residentBytes)} of memory`);
