import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A rule file that is evaluated each second and of which alerts fire as soon as they are true. Windows stay as they
 * are: the past is back-filled, so a window of a day is as full as on a real host, and what is tested is the shipped
 * expression. Scaled windows would not fit the queries of the dashboards, which are not scaled.
 */
export const atOnce = (text: string): string =>
  text.replace(/^( *interval:) \d+[smh]\b/gm, '$1 1s').replace(/^( *for:) \d+[smh]\b/gm, '$1 0s');

/** Writes the rules of the folder `from` into the new folder `to`. */
export function writeRulesAtOnce(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from).filter((file) => file.endsWith('.rules.yml')))
    writeFileSync(join(to, name), atOnce(readFileSync(join(from, name), 'utf8')));
}
