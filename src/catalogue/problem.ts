import { printable } from '../advisories/quote.ts';
import type { Path } from '../advisories/walk.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a file. The position is missing when the file could not be read. */
export interface Problem {
  readonly file: string;
  readonly position?: Position;
  /** `expected …, got …`, one line. */
  readonly text: string;
}

/** Longest path that is shown; it may be anything that a user has typed in. */
const longestPath = 400;

/**
 * Advisories that cannot be used. `problems`: everything that is wrong with every file, a line each, in the
 * order of files and lines: `advisories/x.yaml:12:5: expected …, got …`.
 */
export class CatalogueError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly Problem[]) {
    const lines = [...problems].sort(byPlace).map(lineOf);
    super(lines.join('\n'));
    this.name = 'CatalogueError';
    this.problems = lines;
  }
}

function lineOf({ file, position, text }: Problem): string {
  const place = position === undefined ? '' : `:${position.line}:${position.column}`;
  return `${printable(file, longestPath)}${place}: ${text}`;
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  const lines = (a.position?.line ?? 0) - (b.position?.line ?? 0);
  return lines === 0 ? (a.position?.column ?? 0) - (b.position?.column ?? 0) : lines;
}

/** What is wrong with a value of a file: `on` says whether its own place is meant or that of its key. */
export interface Finding {
  readonly path: Path;
  readonly on?: 'key';
  readonly text: string;
}
