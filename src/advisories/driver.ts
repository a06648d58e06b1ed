import type { HostFacts } from '../model/facts.ts';
import { okValue } from '../model/reading.ts';
import { notUnderstood, withFact } from './fact.ts';
import { holds, type Outcome } from './outcome.ts';
import { either } from './words.ts';

/** File systems that drivers cannot do without, by the names of `/proc/filesystems`. */
const filesystemOf: ReadonlyMap<string, string> = new Map([
  ['aufs', 'aufs'],
  ['overlay', 'overlay'],
  ['overlay2', 'overlay'],
  ['btrfs', 'btrfs'],
  ['zfs', 'zfs'],
]);

/** Drivers that Engines have or had. A name that is none of them is a mistake, and no driver that is not asked for. */
const knownDrivers = new Set([
  'aufs',
  'btrfs',
  'devicemapper',
  'fuse-overlayfs',
  'overlay',
  'overlay2',
  'overlayfs',
  'vfs',
  'windowsfilter',
  'zfs',
]);

/** Engines with containerd's image store say `overlayfs`: the same file system, used in the same way. */
const driverOf = (name: string): string => (name === 'overlayfs' ? 'overlay2' : name);

/** Whether the Engine's storage driver is one of these. */
export function judgeDriver(asked: readonly string[], facts: HostFacts): Outcome {
  if (facts.storageDriver.kind !== 'ok') {
    const impossible = notPossible(asked, facts);
    if (impossible !== undefined) return impossible;
  }
  return withFact('storage driver', facts.storageDriver, (text) => {
    const driver = text.toLowerCase();
    if (!knownDrivers.has(driver)) return notUnderstood('storage driver', text, 'a name such as overlay2');
    const isAsked = asked.some((name) => driverOf(name) === driverOf(driver));
    return holds(isAsked, `storage driver ${driver}${isAsked ? '' : `, not ${either(asked)}`}`);
  });
}

/** What the kernel has no file system for while dockerd runs is not what dockerd uses. */
function notPossible(asked: readonly string[], { filesystems }: HostFacts): Outcome | undefined {
  const known = okValue(filesystems);
  const needed = asked.map((driver) => filesystemOf.get(driverOf(driver)));
  const isRuledOut = known !== undefined && needed.every((name) => name !== undefined && !known.includes(name));
  return isRuledOut ? holds(false, `/proc/filesystems has no ${either([...new Set(needed)] as string[])}`) : undefined;
}
