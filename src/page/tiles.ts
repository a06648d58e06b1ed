import { number } from '../diagnosis/report/words.ts';
import { daemonNames } from '../model/daemons.ts';
import type { PoolSpace } from '../model/engine.ts';
import { isComplete, okValue } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { fullestOf } from './descriptors.ts';
import { engineWord, isSound } from './engine-word.ts';
import { processesGap } from './gaps.ts';
import { percent } from './prose.ts';
import { gapOf, none, type Sight, seen, unseen } from './sight.ts';
import { sightsOf } from './sights.ts';
import type { Subject } from './subjects.ts';
import type { View } from './view.ts';

export interface Tile {
  readonly subject: Subject;
  readonly label: string;
  /** `later`: it takes another look, and nothing has failed. */
  readonly value: Sight<string | number> | 'later';
  /** The section that says more. */
  readonly place: string;
  /** That nothing is found wrong with it does not mean that all is well. */
  readonly isDoubtful?: boolean;
}

/** The numbers of the page in one row. */
export function tilesOf(view: View): readonly Tile[] {
  const { snapshot } = view;
  const { zombies, unkillable, ghosts, orphans, lingering, leaked } = sightsOf(view);
  const tile = (subject: Subject, label: string, value: Tile['value'], place: string, isDoubtful = false): Tile => ({
    subject,
    label,
    value,
    place,
    isDoubtful,
  });
  const fullest = fullestOf(snapshot.host.daemons, processesGap(snapshot));
  const descriptors = fullest.name === undefined ? 'Descriptors' : `Descriptors of ${fullest.name}`;
  return [
    tile('engine', 'Engine', engineWord(snapshot), 'engine', !isSound(snapshot)),
    tile('descriptors', descriptors, fullest.sight, 'daemon'),
    tile('thread', 'Busiest thread', busiestThread(snapshot), 'daemon'),
    tile('load', loadLabel(snapshot), load(snapshot), 'processes', cannotJudgeLoad(snapshot)),
    ...pool(snapshot).map((value) => tile('pool', 'Thin pool', value, 'mounts')),
    tile('zombies', 'Zombies', zombies, 'processes'),
    tile('unkillable', 'Unkillable', unkillable, 'processes'),
    tile('ghosts', 'Ghosts', ghosts, 'containers'),
    tile('orphans', 'Orphans', orphans, 'containers'),
    tile('lingering', 'Lingering mounts', lingering, 'mounts'),
    tile('leaked', 'Leaked mounts', leaked, 'mounts'),
  ];
}

/** Of both daemons: its share of a CPU. */
function busiestThread(snapshot: Snapshot): Tile['value'] {
  const hidden = processesGap(snapshot);
  const all = daemonNames.map((name) => snapshot.host.daemons[name]);
  const shares = all.flatMap(({ busiestThread: busiest }) => (busiest ? [busiest.user + busiest.system] : []));
  const [gap] = all.flatMap(({ process, busiestThread: busiest }) => {
    if (process.kind === 'absent') return hidden ?? [];
    if (process.kind !== 'ok') return gapOf(process) ?? [];
    return busiest !== undefined || isComplete(process.value.threadTimes)
      ? []
      : (gapOf(process.value.threadTimes) ?? []);
  });
  if (shares.length > 0) return { value: percent(Math.max(...shares)), isLeast: gap !== undefined };
  if (gap !== undefined) return unseen(gap);
  return all.some(({ process }) => process.kind === 'ok') ? 'later' : none('no daemon runs');
}

function loadLabel({ host }: Snapshot): string {
  const cpus = okValue(host.kernelStat)?.cpus;
  return cpus === undefined ? 'Load' : `Load on ${number(cpus)} ${cpus === 1 ? 'CPU' : 'CPUs'}`;
}

function load({ host: { loadAverage } }: Snapshot): Sight<string> {
  return loadAverage.kind === 'ok'
    ? seen(number(loadAverage.value['1m']))
    : unseen(gapOf(loadAverage) ?? loadAverage.kind);
}

/** It is judged by memory and CPUs, and so is the number of threads by its limit. */
const cannotJudgeLoad = (snapshot: Snapshot): boolean =>
  processesGap(snapshot) !== undefined ||
  !isComplete(snapshot.host.processLimits) ||
  [snapshot.host.memory, snapshot.host.kernelStat].some(({ kind }) => kind !== 'ok');

/** The fuller one of its two spaces; most hosts have no thin pool, and no tile for it. */
function pool({ engine }: Snapshot): readonly Sight<string>[] {
  const reading = engine && okValue(engine.info)?.pool;
  if (reading === undefined || reading.kind === 'absent') return [];
  if (reading.kind !== 'ok') return [unseen(gapOf(reading) ?? reading.kind)];
  const ratio = ({ usedBytes, sizeBytes }: PoolSpace): number => (sizeBytes > 0 ? usedBytes / sizeBytes : 0);
  return [seen(percent(Math.max(ratio(reading.value.data), ratio(reading.value.metadata))))];
}
