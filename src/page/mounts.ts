import { holderWords } from '../diagnosis/report/mounts.ts';
import { bytes, count, number } from '../diagnosis/report/words.ts';
import { thresholds } from '../diagnosis/thresholds.ts';
import { type Diagnosis, holderKinds } from '../model/diagnosis.ts';
import type { DevicemapperPool, PoolSpace } from '../model/engine.ts';
import { okValue } from '../model/reading.ts';
import { type Figure, figures } from './figures.ts';
import { processesGap } from './gaps.ts';
import { type Content, type Html, html } from './html.ts';
import { meter } from './meter.ts';
import { offenderTable } from './offenders.ts';
import { percent } from './prose.ts';
import { section } from './section.ts';
import { amountText, notSeen } from './sight.ts';
import { sightsOf } from './sights.ts';
import type { View } from './view.ts';

/** Root file systems of containers that do not run: on the host, and held elsewhere. */
export function mountsSection(view: View): Html {
  const { diagnosis, snapshot } = view;
  const { lingering, leaked } = sightsOf(view);
  const pool = snapshot.engine && okValue(okValue(snapshot.engine.info)?.pool ?? { kind: 'absent', detail: '' });
  return section('mounts', 'Mounts', [
    figures([
      ['Lingering on the host', [amountText(lingering), tooNew(lingeringNow(diagnosis), diagnosis, 'lingering_mount')]],
      [
        'Leaked elsewhere',
        [amountText(leaked), heldBy(diagnosis), tooNew(leakedNow(diagnosis), diagnosis, 'mount_holder')],
      ],
      ...live(view),
      ...(pool === undefined ? [] : poolFigures(pool)),
    ]),
    offenderTable(view, {
      caption: 'Root file systems of containers that do not run, still mounted on the host',
      kinds: ['lingering_mount'],
      counted: 'Mounts',
      shows: ['places'],
    }),
    offenderTable(view, {
      caption: 'Who holds root file systems of such containers in another mount namespace',
      kinds: ['mount_holder'],
      counted: 'Mounts',
      shows: ['pids', 'places'],
    }),
  ]);
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0);
const lingeringNow = ({ mounts }: Diagnosis): number =>
  sum([...(mounts?.byDriver.values() ?? [])].map(({ lingering }) => lingering));
const leakedNow = ({ leaks }: Diagnosis): number =>
  sum([...(leaks?.byDriver.values() ?? [])].flatMap((counts) => holderKinds.map((kind) => counts[kind])));

/** What has not lasted yet is in no finding, and has no name. */
function tooNew(now: number, { offenders }: Diagnosis, kind: 'lingering_mount' | 'mount_holder'): Content {
  const fresh = now - offenders.totals[kind];
  return fresh > 0 ? html` <span class="muted">and ${number(fresh)} that came up just now</span>` : undefined;
}

function heldBy({ leaks }: Diagnosis): Content {
  const all = [...(leaks?.byDriver.values() ?? [])];
  const held = holderKinds.flatMap((kind) => {
    const mounts = sum(all.map((counts) => counts[kind]));
    return mounts === 0 ? [] : [`${holderWords[kind]} ${number(mounts)}`];
  });
  return held.length === 0 ? undefined : html` <span class="about">held by: ${held.join(', ')}</span>`;
}

/** Whose container runs is known by its processes. */
function live({ snapshot, diagnosis: { mounts } }: View): readonly Figure[] {
  if (mounts === undefined) return [];
  const gap = processesGap(snapshot);
  const parts = [...mounts.byDriver].map(([driver, counts]) => `${number(counts.live)} ${driver}`);
  const all = parts.length === 0 ? count(0, 'mount') : parts.join(', ');
  const isNone = [...mounts.byDriver.values()].every((counts) => counts.live === 0);
  if (gap === undefined) return [['Of containers that run', all]];
  return [['Of containers that run', isNone ? notSeen(gap) : `at least ${all}`]];
}

const poolFigures = ({ data, metadata, deferredDeletedDevices: deferred }: DevicemapperPool): readonly Figure[] => [
  ['Thin pool, data', poolText(data, 'the data space of the thin pool')],
  ['Thin pool, metadata', poolText(metadata, 'the metadata space of the thin pool')],
  ...(deferred === undefined ? [] : [['Devices that wait to be deleted', number(deferred)] as const]),
];

function poolText({ usedBytes, sizeBytes }: PoolSpace, of: string): Content {
  const amounts = `${bytes(usedBytes)} of ${bytes(sizeBytes)}`;
  if (sizeBytes <= 0) return amounts;
  const ratio = usedBytes / sizeBytes;
  return html`${amounts} (${percent(ratio)}) ${meter(ratio, thresholds.thinPool, of)}`;
}
