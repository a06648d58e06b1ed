import { hasNoDocker } from '../diagnosis/report/evidence.ts';
import type { Reading } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Content } from './html.ts';
import { gapOf, notHere, notSeen, readingText } from './sight.ts';

/** Why not every process of the host can be seen. While that is so, what was not found among them may be there. */
export function processesGap({ host, visibility }: Snapshot): string | undefined {
  const { host_processes: scope } = visibility;
  return scope.visible ? gapOf(host.processes) : scope.reason;
}

export const noDocker = 'Docker does not run on this host';

/** What the Engine told. An answer that is not there says nothing of this host, unless it is known to have no Docker. */
export function engineText<T>(reading: Reading<T>, snapshot: Snapshot, show: (value: T) => Content): Content {
  if (reading.kind !== 'absent') return readingText(reading, show);
  return hasNoDocker(snapshot) ? notHere(noDocker) : notSeen(reading.detail);
}
