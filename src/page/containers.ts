import { bytes, count, number, processes } from '../diagnosis/report/words.ts';
import type { ContainerUse } from '../model/diagnosis.ts';
import { type ContainerList, containerStates } from '../model/engine.ts';
import { figures } from './figures.ts';
import { type Content, type Html, html } from './html.ts';
import { offenderTable } from './offenders.ts';
import { section } from './section.ts';
import { amountText, notSeen, readingText } from './sight.ts';
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
        engine === undefined ? notSeen('the Engine is not asked') : readingText(engine.containers, byState),
      ],
      [
        'By the kernel',
        readingText(host.containers, ({ containers }) => [
          `${count(containers.filter(({ runtime }) => runtime === 'docker').length, 'container')} of Docker with processes`,
          use(view.diagnosis.containerUse),
        ]),
      ],
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

const use = (taken: ContainerUse | undefined): Content =>
  taken === undefined ? undefined : explained(`${processes(taken.processes)}, ${bytes(taken.residentBytes)} of memory`);
