import { factsOfHost } from '../diagnosis/facts.ts';
import { number } from '../diagnosis/report/words.ts';
import type { LifeComponent } from '../model/advisory.ts';
import type { EngineInfo } from '../model/engine.ts';
import type { HostFacts } from '../model/facts.ts';
import { okValue, type Reading } from '../model/reading.ts';
import { type Figure, figures } from './figures.ts';
import { engineText } from './gaps.ts';
import { type Content, type Html, html } from './html.ts';
import { day } from './prose.ts';
import { readingText, saidLast } from './sight.ts';
import type { View } from './view.ts';

/** The versions and settings that this host is judged by. */
export function versionFigures({ snapshot, diagnosis }: View): Html {
  const facts = diagnosis.risk?.facts ?? factsOfHost(snapshot, diagnosis.memory);
  const { info, version } = diagnosis.memory.engineWord ?? {};
  const answers = snapshot.engine;
  // the memory has the answer of this look itself, where there is one
  const ofInfo = info === (answers && okValue(answers.info)) ? undefined : saidLast;
  const ofVersion = version === (answers && okValue(answers.version)) ? undefined : saidLast;
  const told = (reading: Reading<string>, mark: Content): Content => [
    engineText(reading, snapshot, bold),
    reading.kind === 'ok' && reading.missed === undefined ? mark : undefined,
  ];
  const life = (component: LifeComponent): Content => endOf(diagnosis.risk?.endOfLife.get(component), snapshot.takenAt);
  const api = snapshot.engine && okValue(snapshot.engine.version)?.apiVersion;
  return figures([
    ['Storage driver', [told(facts.storageDriver, ofInfo), storageOf(info)]],
    ['Kernel', [text(facts.kernelRelease), life('kernel')]],
    ['Distribution', [text(facts.distribution), life('distribution')]],
    [
      'Docker Engine',
      [
        told(facts.engineVersion, info?.serverVersion === undefined ? ofVersion : ofInfo),
        api === undefined ? undefined : muted(`API ${api}`),
        life('engine'),
      ],
    ],
    ['containerd', [told(facts.containerdVersion, ofVersion), life('containerd')]],
    ['runc', told(facts.runcVersion, ofVersion)],
    ...aufs(facts),
    ['cgroups', [engineText(facts.cgroupVersion, snapshot, (of) => `v${of}`), cgroupDriverOf(info, ofInfo)]],
    ['CPUs', readingText(facts.cpus, number)],
  ]);
}

const bold = (value: string): Content => html`<b>${value}</b>`;
const text = (reading: Reading<string>): Content => readingText(reading, bold);
const muted = (words: string): Html => html` <span class="muted">${words}</span>`;

/** Most hosts have no AUFS, and nothing to say of it. */
const aufs = ({ aufsVersion }: HostFacts): readonly Figure[] =>
  aufsVersion.kind === 'absent' ? [] : [['AUFS', text(aufsVersion)]];

function storageOf(info: EngineInfo | undefined): Content {
  if (info === undefined) return undefined;
  const { backingFilesystem, supportsDType, loopback } = info.storage;
  const traits = [
    ...(backingFilesystem === undefined ? [] : [`on ${backingFilesystem}`]),
    ...(supportsDType === false ? ['without d_type'] : []),
    ...(loopback === true ? ['on loopback files'] : []),
  ];
  return traits.length === 0 ? undefined : muted(traits.join(', '));
}

const cgroupDriverOf = (info: EngineInfo | undefined, mark: Content): Content =>
  info?.cgroupDriver === undefined ? undefined : [muted(`driver ${info.cgroupDriver}`), mark];

function endOf(end: number | undefined, now: number): Content {
  if (end === undefined) return undefined;
  const lastDay = day(end - 1); // the end is the midnight after it
  return end <= now ? html` <b class="bad">fixes ended ${lastDay}</b>` : muted(`fixes until ${lastDay}`);
}
