import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { register } from './lifetime.ts';
import { processOf } from './proc.ts';

/** Short: a unix socket's path below it may have 107 characters. */
const prefix = 'dhe-';

const identity = (pid: number): string => `${pid} ${processOf(pid)?.startTicks ?? 'gone'}`;

/**
 * A new folder, everybody may read it, for the time of a test file. It names its owner, so that what a killed
 * run leaves behind can be told from what is in use.
 */
export function scratchFolder(): string {
  const folder = ownedFolder();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  register('file', { what: `folder ${folder}`, undo: remove, undoNow: remove });
  return folder;
}

/** The same, to be removed by the caller. */
export function ownedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'owner'), identity(process.pid));
  return folder;
}

/** Scratch folders whose owner is gone. */
export function abandonedFolders(): string[] {
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(tmpdir(), name))
    .filter((folder) => {
      const owner = join(folder, 'owner');
      // /tmp is everybody's: only what this user made is taken for ours.
      if (statSync(folder).uid !== process.getuid?.() || !existsSync(owner)) return false;
      const text = readFileSync(owner, 'utf8');
      return text !== identity(Number(text.split(' ')[0]));
    });
}
