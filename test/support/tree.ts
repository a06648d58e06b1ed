import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What stands at one path of a tree: text of a file, a symbolic link (dangling ones are fine), a FIFO
 * without a writer (`open(2)` for reading never returns), a directory, or a file with a mode of its own.
 */
export type TreeEntry =
  | string
  | { readonly link: string }
  | { readonly fifo: true }
  | { readonly directory: true }
  | { readonly content: string; readonly mode: number };

/** Paths relative to the root of the tree, with `/` between the parts. */
export type Tree = Readonly<Record<string, TreeEntry>>;

/**
 * Writes `tree` below `root` and makes the directories in between.
 *
 * Synchronous: thousands of small files take a fraction of the time they take with promises.
 */
export function writeTree(root: string, tree: Tree): void {
  const made = new Set<string>();
  for (const [path, entry] of Object.entries(tree)) {
    const target = join(root, path);
    makeDirectory(made, dirname(target));
    writeEntry(target, entry);
  }
}

function makeDirectory(made: Set<string>, directory: string): void {
  if (made.has(directory)) return;
  mkdirSync(directory, { recursive: true });
  made.add(directory);
}

function writeEntry(target: string, entry: TreeEntry): void {
  if (typeof entry === 'string') writeFileSync(target, entry);
  else if ('link' in entry) symlinkSync(entry.link, target);
  else if ('fifo' in entry) execFileSync('mkfifo', [target]);
  else if ('directory' in entry) mkdirSync(target, { recursive: true });
  else writeWithMode(target, entry.content, entry.mode);
}

/** `chmod` after the write: the mode given to `open(2)` would pass through the umask. */
function writeWithMode(target: string, content: string, mode: number): void {
  writeFileSync(target, content);
  chmodSync(target, mode);
}
