import { factsOfHost } from '../diagnosis/facts.ts';
import { number } from '../diagnosis/report/words.ts';
import type { LifeComponent } from '../model/advisory.ts';
import type { EngineInfo } from '../model/engine.ts';
import type { HostFacts } from '../model/facts.ts';
import { okValue, type Reading } from '../model/reading.ts';
import { type Figure, figures } from './figures.ts';
import { type Content, type Html, html } from './html.ts';
import { day } from './prose.ts';
import { readingText } from './sight.ts';
import type { View } from './view.ts';

/** The versions and settings that this host is judged by. */
export function versionFigures({ snapshot, diagnosis }: View): Html {
  const facts = diagnosis.risk?.facts ?? factsOfHost(snapshot, diagnosis.memory);
  const info = diagnosis.memory.engineWord?.info;
  const life = (component: LifeComponent): Content => endOf(diagnosis.risk?.endOfLife.get(component), snapshot.takenAt);
  const api = snapshot.engine && okValue(snapshot.engine.version)?.apiVersion;
  return figures([
    ['Storage driver', [text(facts.storageDriver), storageOf(info)]],
    ['Kernel', [text(facts.kernelRelease), life('kernel')]],
    ['Distribution', [text(facts.distribution), life('distribution')]],
    ['Docker Engine', [text(facts.engineVersion), api === undefined ? undefined : muted(`API ${api}`), life('engine')]],
    ['containerd', [text(facts.containerdVersion), life('containerd')]],
    ['runc', text(facts.runcVersion)],
    ...aufs(facts),
    ['cgroups', [readingText(facts.cgroupVersion, (version) => `v${version}`), cgroupDriverOf(info)]],
    ['CPUs', readingText(facts.cpus, number)],
  ]);
}

const text = (reading: Reading<string>): Content => readingText(reading, (value) => html`<b>${value}</b>`);
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

const cgroupDriverOf = (info: EngineInfo | undefined): Content =>
  info?.cgroupDriver === undefined ? undefined : muted(`driver ${info.cgroupDriver}`);

function endOf(end: number | undefined, now: number): Content {
  if (end === undefined) return undefined;
  const lastDay = day(end - 1); // the end is the midnight after it
  return end <= now ? html` <b class="bad">fixes ended ${lastDay}</b>` : muted(`fixes until ${lastDay}`);
}
