import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../../..');

/** A rule as it stands in the file: `alert` or `record`. */
export interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface AlertTest {
  readonly eval_time: string;
  readonly alertname: string;
  readonly exp_alerts: readonly {
    readonly exp_labels: Readonly<Record<string, string>>;
    readonly exp_annotations: Readonly<Record<string, string>>;
  }[];
}

export interface ExprTest {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly { readonly labels: string; readonly value: number }[];
}

/** One of `tests:` of a test file. */
export interface TestGroup {
  readonly name: string;
  readonly interval: string;
  readonly input_series: readonly { readonly series: string; readonly values: string | number }[];
  readonly alert_rule_test?: readonly AlertTest[];
  readonly promql_expr_test?: readonly ExprTest[];
}

export interface TestFile {
  readonly path: string;
  readonly evaluation_interval: string;
  readonly group_eval_order: readonly string[];
  readonly tests: readonly TestGroup[];
}

const pathsIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(root, folder, name));

export const rulePaths = pathsIn('rules', '.rules.yml');
export const testPaths = pathsIn('test/rules', '.test.yml');

/** A name for titles and messages. */
export const nameOf = (path: string): string => basename(path);

interface Group {
  readonly name: string;
  readonly rules: readonly Rule[];
}

export const groups: readonly Group[] = rulePaths.flatMap(
  (path) => (parse(readFileSync(path, 'utf8')) as { groups: Group[] }).groups,
);

export const rules: readonly Rule[] = groups.flatMap((group) => group.rules);

export const testFiles: readonly TestFile[] = testPaths.map((path) => ({
  ...(parse(readFileSync(path, 'utf8')) as Omit<TestFile, 'path'>),
  path,
}));

/** `1h30m` in seconds. @throws for what is no duration */
export function seconds(duration: string): number {
  const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
  if (!/^(\d+[smhd])+$/.test(duration)) throw new Error(`expected a duration, got ${duration}`);
  return [...duration.matchAll(/(\d+)([smhd])/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0),
    0,
  );
}
