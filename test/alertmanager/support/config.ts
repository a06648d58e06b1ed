import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export type Labels = Readonly<Record<string, string>>;

export interface Route {
  readonly receiver?: string;
  readonly matchers?: readonly string[];
  readonly continue?: boolean;
  readonly group_interval?: string;
  readonly repeat_interval?: string;
  readonly routes?: readonly Route[];
}

export interface InhibitRule {
  readonly source_matchers: readonly string[];
  readonly target_matchers: readonly string[];
  readonly equal: readonly string[];
}

export interface Config {
  readonly route: Route;
  readonly receivers: readonly {
    readonly name: string;
    readonly webhook_configs: readonly { readonly url: string }[];
  }[];
  readonly inhibit_rules: readonly InhibitRule[];
}

export const root = join(import.meta.dirname, '../../..');
export const configFile = join(root, 'deploy/alertmanager/alertmanager.yml');
export const configText = readFileSync(configFile, 'utf8');
export const config = parse(configText) as Config;

/** A matcher in the form that every version of Alertmanager reads in the same way: the value in double quotes. */
const form = /^([a-z_]+)(=|!=|=~|!~)"([^"\\]*)"$/;

export interface Matcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

export function matcherOf(text: string): Matcher {
  const [, label, operator, value] = form.exec(text) ?? [];
  if (label === undefined || operator === undefined || value === undefined)
    throw new Error(`expected a matcher such as severity="critical", got ${text.slice(0, 80)}`);
  return { label, operator, value };
}

function matches(text: string, labels: Labels): boolean {
  const { label, operator, value } = matcherOf(text);
  const actual = labels[label] ?? '';
  const isMatch = operator.includes('~') ? new RegExp(`^(?:${value})$`).test(actual) : actual === value;
  return operator.startsWith('!') ? !isMatch : isMatch;
}

/** As Alertmanager does: all must hold, and a label that is not there is an empty one. */
export const matchesAll = (matchers: readonly string[], labels: Labels): boolean =>
  matchers.every((matcher) => matches(matcher, labels));

/** The names of alerts that matchers name, alternatives of a regular expression one by one. */
export const alertNamesIn = (matchers: readonly string[]): readonly string[] =>
  matchers
    .map(matcherOf)
    .filter(({ label, operator }) => label === 'alertname' && !operator.startsWith('!'))
    .flatMap(({ value }) => value.split('|'));

/** Settings that are off, a line each: # and no space after it. */
export const settingsOff: readonly string[] = configText.split('\n').filter((line) => /^ *#[^ ]/.test(line));

/** The file with one of them switched on. */
export const withSettingOn = (line: string): string => configText.replace(line, line.replace('#', ''));
