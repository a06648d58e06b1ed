import { duration, number } from '../diagnosis/report/words.ts';
import type { EngineInfo, EngineView, Probe, ProbeResult } from '../model/engine.ts';
import { probes } from '../model/engine.ts';
import { okValue } from '../model/reading.ts';
import { stateWords } from './engine-word.ts';
import { type Figure, figures } from './figures.ts';
import { type Content, type Html, html } from './html.ts';
import { prose, took } from './prose.ts';
import { section } from './section.ts';
import { notSeen, saidLast } from './sight.ts';
import { table } from './table.ts';
import type { View } from './view.ts';

const questions: Readonly<Record<Probe, string>> = {
  ping: 'GET /_ping',
  list: 'GET /containers/json?limit=1',
  info: 'GET /info',
};

/** Does the Engine answer, and what? */
export function engineSection({ snapshot, diagnosis }: View): Html {
  const { engine, takenAt } = snapshot;
  const content =
    engine === undefined
      ? notSeen('the Engine is not asked')
      : [questionTable(engine, takenAt), settings(okValue(engine.info), diagnosis.memory.engineWord?.info)];
  return section('engine', 'Docker Engine', content);
}

const questionTable = (engine: EngineView, now: number): Html =>
  table({
    caption: 'What the Engine says to three questions of different depth',
    columns: [
      { title: 'Question' },
      { title: 'State' },
      { title: 'Took', isNumber: true },
      { title: 'Last answer', isNumber: true },
    ],
    rows: probes.map((probe) => probeRow(probe, engine.probes[probe], now)),
  });

const probeRow = (probe: Probe, result: ProbeResult, now: number): readonly Content[] => [
  html`<b>${probe}</b> <code class="about">${questions[probe]}</code>`,
  stateOf(result),
  took(result.durationSeconds),
  lastAnswer(result, now),
];

function stateOf({ state, detail }: ProbeResult): Content {
  if (state === 'ok') return stateWords.ok;
  return html`<b class="bad">${stateWords[state]}</b>${detail === undefined ? undefined : html`: <span class="detail">${prose(detail)}</span>`}`;
}

function lastAnswer({ lastAnswer: at }: ProbeResult, now: number): string {
  if (at === undefined) return 'none yet';
  return now - at < 1 ? 'now' : `${duration(Math.max(0, now - at))} ago`;
}

/** Settings stay what they were while the Engine hangs, which is when they matter; what it has running does not. */
function settings(now: EngineInfo | undefined, before: EngineInfo | undefined): Content {
  const info = now ?? before;
  if (info === undefined) return undefined;
  const { liveRestore, dataRoot } = info;
  const mark = now === undefined ? saidLast : undefined;
  const list: readonly Figure[] = [
    ...(now?.goroutines === undefined ? [] : [['Goroutines', number(now.goroutines)] as const]),
    ...(liveRestore === undefined
      ? []
      : [['live-restore', [liveRestore ? 'on' : 'off: containers end with dockerd', mark]] as const]),
    ...(dataRoot === undefined ? [] : [['Data root', [html`<code>${dataRoot}</code>`, mark]] as const]),
  ];
  return list.length === 0 ? undefined : figures(list);
}
