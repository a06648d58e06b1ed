import { lstatSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * What can be the matter with a file. `denied` is a link to itself: it is there and cannot be opened
 * (ELOOP), not even by root, and is to the exporter what a missing permission is.
 */
export const faults = ['missing', 'denied', 'rubbish'] as const;
export type Fault = (typeof faults)[number];

const rubbish = '\u0000\uFFFD{"rubbish": true}\n%%%% 12 -1 nonsense';
/** Beside the tree, not in it: a directory full of `.kept` would be read as well. */
const keptSuffix = '.kept';

/** Puts the fault in the place of a file or a directory below `root`; returns what takes it back. */
export function breakPath(root: string, path: string, fault: Fault): () => void {
  const target = `${root}/${path}`;
  const kept = `${root}/${path.replaceAll('/', '-')}${keptSuffix}`;
  // the link itself: those of /proc that a fixture has lead nowhere
  const existed = lstatSync(target, { throwIfNoEntry: false }) !== undefined;
  if (existed) renameSync(target, kept);
  else mkdirSync(dirname(target), { recursive: true });
  if (fault === 'denied') symlinkSync(target, target);
  if (fault === 'rubbish') writeFileSync(target, rubbish);
  return () => {
    rmSync(target, { force: true });
    if (existed) renameSync(kept, target);
  };
}
