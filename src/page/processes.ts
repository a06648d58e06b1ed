import { threadsIn } from '../diagnosis/report/evidence.ts';
import { parentWords } from '../diagnosis/report/processes.ts';
import { bytes, number } from '../diagnosis/report/words.ts';
import { thresholds } from '../diagnosis/thresholds.ts';
import { zombieParentKinds } from '../model/diagnosis.ts';
import type { Memory, ProcessLimits } from '../model/host.ts';
import { okValue } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type Figure, figures } from './figures.ts';
import { type Content, type Html, html } from './html.ts';
import { meter } from './meter.ts';
import { offenderTable } from './offenders.ts';
import { percent } from './prose.ts';
import { section } from './section.ts';
import { amountText, notSeen, readingText } from './sight.ts';
import { sightsOf } from './sights.ts';
import type { View } from './view.ts';

/** The processes of the host: those that are dead and not reaped, and those that do not die. */
export function processesSection(view: View): Html {
  const { zombies, unkillable, zombieLeaders } = sightsOf(view);
  return section('processes', 'Processes', [
    figures([
      ['Zombies', [amountText(zombies), parentsOf(view)]],
      [
        'Unkillable',
        [amountText(unkillable), html` <span class="about">SIGKILL is pending, and they are still there</span>`],
      ],
      ['Zombies with live threads', amountText(zombieLeaders)],
      ['Threads', threads(view.snapshot)],
      ...loadFigures(view.snapshot),
    ]),
    offenderTable(view, {
      caption: 'Processes that do not end',
      kinds: ['unkillable', 'zombie_leader'],
      counted: 'Processes',
      shows: ['pids'],
      kindWords: { unkillable: 'SIGKILL pending', zombie_leader: 'zombie with live threads' },
    }),
    offenderTable(view, {
      caption: 'Parents that do not reap their children',
      kinds: ['zombie_parent'],
      counted: 'Zombies',
      shows: ['pids'],
    }),
  ]);
}

function parentsOf({ diagnosis: { zombieParents } }: View): Content {
  if (zombieParents === undefined) return undefined;
  const kinds = zombieParentKinds.filter((kind) => zombieParents[kind] > 0);
  if (kinds.length === 0) return undefined;
  const worst = kinds.sort((a, b) => zombieParents[b] - zombieParents[a]);
  return html` <span class="about">children of: ${worst.map((kind) => `${parentWords[kind]} ${number(zombieParents[kind])}`).join(', ')}</span>`;
}

function threads({ host, visibility }: Snapshot): Content {
  if (!visibility.host_processes.visible) return notSeen(visibility.host_processes.reason);
  return readingText(host.processes, (table) => {
    const all = threadsIn(table);
    const limit = limitOf(okValue(host.processLimits));
    const processes = `${number(all)} in ${number(table.count)} processes`;
    if (limit === undefined) return processes;
    return html`${processes}, of ${number(limit)} (${percent(all / limit)}) ${meter(all / limit, thresholds.hostProcesses, 'the threads that the kernel allows')}`;
  });
}

function limitOf(limits: ProcessLimits | undefined): number | undefined {
  const known = [limits?.pidMax, limits?.threadsMax].filter((limit) => limit !== undefined && limit > 0);
  return known.length === 0 ? undefined : Math.min(...known.map(Number));
}

function loadFigures({ host }: Snapshot): readonly Figure[] {
  const cpus = okValue(host.kernelStat)?.cpus;
  const on = cpus === undefined ? '' : ` on ${number(cpus)} ${cpus === 1 ? 'CPU' : 'CPUs'}`;
  return [
    [
      'Load',
      readingText(host.loadAverage, (load) => `${[load['1m'], load['5m'], load['15m']].map(number).join(', ')}${on}`),
    ],
    ['Memory', readingText(host.memory, memoryText)],
  ];
}

function memoryText({ sizeBytes, availableBytes, swapSizeBytes, swapUsedBytes }: Memory): string {
  const memory =
    availableBytes === undefined ? bytes(sizeBytes) : `${bytes(availableBytes)} of ${bytes(sizeBytes)} available`;
  return swapSizeBytes === 0
    ? `${memory}, no swap`
    : `${memory}; ${bytes(swapUsedBytes)} of ${bytes(swapSizeBytes)} swap in use`;
}
