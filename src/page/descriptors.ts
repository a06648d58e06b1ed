import type { Daemon } from '../model/daemons.ts';
import { gapOf, none, type Sight, seen, unseen } from './sight.ts';

export interface Descriptors {
  readonly open: number;
  readonly limit: number | 'unlimited';
}

/** Open descriptors of a daemon with its soft limit. */
export function descriptorsOf({ process }: Daemon): Sight<Descriptors> {
  if (process.kind === 'absent') return none('it does not run');
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
