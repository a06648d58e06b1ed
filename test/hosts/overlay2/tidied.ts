import type { SyntheticProcess } from '../../support/process.ts';
import { removedId } from './containers.ts';
import { overlay2Mountinfo } from './mounts.ts';
import { backupPid, makeProcesses } from './processes.ts';

/** Neither dead nor killed, and not the one that holds a mount of a container that is gone. */
const isInOrder = ({ pid, state, killPending }: SyntheticProcess): boolean =>
  state !== 'Z' && killPending !== true && pid !== backupPid;

const withoutRemoved = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.includes(removedId))
    .join('\n');

/** The processes of the host after somebody has cleaned up. */
export const tidiedProcesses = (): SyntheticProcess[] => makeProcesses().filter(isInOrder);

/** Its mounts then, by mount namespace. */
export const tidiedMountinfo = (): ReadonlyMap<number, string> =>
  new Map([...overlay2Mountinfo].map(([namespace, text]) => [namespace, withoutRemoved(text)]));
