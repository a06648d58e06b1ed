import { type Daemon, type DaemonName, daemonNames } from '../model/daemons.ts';
import { percent } from './prose.ts';
import { gapOf, none, type Sight, seen, unseen } from './sight.ts';

export interface Descriptors {
  readonly open: number;
  readonly limit: number | 'unlimited';
}

/** Open descriptors of a daemon with its soft limit. `hidden`: why it may run although it was not found. */
export function descriptorsOf({ process }: Daemon, hidden: string | undefined): Sight<Descriptors> {
  if (process.kind === 'absent') return hidden === undefined ? none('it does not run') : unseen(hidden);
  if (process.kind !== 'ok') return unseen(gapOf(process) ?? process.kind);
  const { openFds, maxFds } = process.value;
  if (openFds.kind !== 'ok') return unseen(gapOf(openFds) ?? openFds.kind);
  return maxFds.kind === 'ok'
    ? seen({ open: openFds.value, limit: maxFds.value.soft })
    : unseen(`${openFds.value} are open, the limit is not known: ${gapOf(maxFds)}`);
}

/** Share of the limit; nothing where there is none. */
export const shareOf = ({ open, limit }: Descriptors): number | undefined =>
  limit === 'unlimited' || limit <= 0 ? undefined : open / limit;

interface Fullest {
  readonly name: DaemonName | undefined;
  readonly sight: Sight<string>;
}

/** The daemon that is nearest to its limit. Where one was not seen it may be that one. */
export function fullestOf(daemons: Readonly<Record<DaemonName, Daemon>>, hidden: string | undefined): Fullest {
  const all = daemonNames.map((name) => ({ name, sight: descriptorsOf(daemons[name], hidden) }));
  const [gap] = all.flatMap(({ sight }) => ('gap' in sight ? [sight.gap] : []));
  const shares = all.flatMap(({ name, sight }) => {
    const share = 'value' in sight ? shareOf(sight.value) : undefined;
    return share === undefined ? [] : [{ name, share }];
  });
  const [worst] = shares.sort((a, b) => b.share - a.share);
  if (worst !== undefined) {
    return { name: worst.name, sight: { value: percent(worst.share), isLeast: gap !== undefined } };
  }
  const isSeen = all.some(({ sight }) => 'value' in sight);
  const nothing = isSeen ? seen('no limit') : none('no daemon runs');
  return { name: undefined, sight: gap === undefined ? nothing : unseen(gap) };
}
