import { malformed, type Reading } from '../../model/reading.ts';
import type { HostFiles } from './host-files.ts';

/** Reads a file and parses it; the path goes in front of what the parser complains about. */
export function readParsed<T>(files: HostFiles, path: string, parse: (text: string) => Reading<T>): Reading<T> {
  const text = files.readText(path);
  if (text.kind !== 'ok') return text;
  const parsed = parse(text.value);
  return parsed.kind === 'malformed' ? malformed(`${path}: ${parsed.detail}`) : parsed;
}

/** The first of several places that is there. */
export function readFirst<T>(
  files: HostFiles,
  paths: readonly string[],
  parse: (text: string) => Reading<T>,
): Reading<T> {
  let reading: Reading<T> = { kind: 'absent', detail: paths.join(', ') };
  for (const path of paths) {
    reading = readParsed(files, path, parse);
    if (reading.kind !== 'absent') return reading;
  }
  return reading;
}
