import { duration, number } from '../diagnosis/report/words.ts';
import type { EngineInfo, EngineView, Probe, ProbeResult } from '../model/engine.ts';
import { probes } from '../model/engine.ts';
import { okValue } from '../model/reading.ts';
import { stateWords } from './engine-word.ts';
import { type Figure, figures } from './figures.ts';
import { type Content, type Html, html } from './html.ts';
import { prose, took } from './prose.ts';
import { section } from './section.ts';
import { notSeen } from './sight.ts';
import { table } from './table.ts';
import type { View } from './view.ts';

const questions: Readonly<Record<Probe, string>> = {
  ping: 'GET /_ping',
  list: 'GET /containers/json?limit=1',
  info: 'GET /info',
};

/** Does the Engine answer, and what? */
export function engineSection({ snapshot }: View): Html {
  const { engine, takenAt } = snapshot;
  const content = engine === undefined ? notSeen('the Engine is not asked') : answers(engine, takenAt);
  return section('engine', 'Docker Engine', content);
}

function answers(engine: EngineView, now: number): Content {
  const info = okValue(engine.info);
  return [
    table({
      caption: 'What the Engine says to three questions of different depth',
      columns: [
        { title: 'Question' },
        { title: 'State' },
        { title: 'Took', isNumber: true },
        { title: 'Last answer', isNumber: true },
      ],
      rows: probes.map((probe) => probeRow(probe, engine.probes[probe], now)),
    }),
    info === undefined ? undefined : figures(figuresOf(info)),
  ];
}

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

function figuresOf({ goroutines, liveRestore, dataRoot }: EngineInfo): readonly Figure[] {
  return [
    ...(goroutines === undefined ? [] : [['Goroutines', number(goroutines)] as const]),
    ...(liveRestore === undefined
      ? []
      : [['live-restore', liveRestore ? 'on' : 'off: containers end with dockerd'] as const]),
    ...(dataRoot === undefined ? [] : [['Data root', html`<code>${dataRoot}</code>`] as const]),
  ];
}
