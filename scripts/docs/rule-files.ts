import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { secondsOf } from './promql-duration.ts';

/** One alerting rule. An alert of several severities has one for each. Times are in seconds. */
export interface AlertingRule {
  readonly alert: string;
  readonly severity: string;
  readonly summary: string;
  readonly expr: string;
  readonly forSeconds: number;
  readonly keepFiringForSeconds: number;
}

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
}

export interface Rules {
  readonly alerts: readonly AlertingRule[];
  readonly records: readonly RecordingRule[];
}

/** A rule as it stands in the file: either an alert or a recording. */
interface WrittenRule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly labels?: { readonly severity?: string };
  readonly annotations?: { readonly summary?: string };
}

interface WrittenFile {
  readonly groups: readonly { readonly rules: readonly WrittenRule[] }[];
}

function alertOf(alert: string, { expr, labels, annotations, ...times }: WrittenRule): AlertingRule {
  const { severity } = labels ?? {};
  const { summary } = annotations ?? {};
  if (severity === undefined || summary === undefined) {
    throw new Error(`alert ${alert}: expected the label severity and the annotation summary`);
  }
  const forSeconds = secondsOf(times.for ?? '0s');
  return { alert, severity, summary, expr, forSeconds, keepFiringForSeconds: secondsOf(times.keep_firing_for ?? '0s') };
}

/** The rules of one file in Prometheus' format, in their order. */
export function rulesOf(text: string): Rules {
  const { groups } = parse(text) as WrittenFile;
  const written = groups.flatMap(({ rules }) => rules);
  return {
    alerts: written.flatMap((rule) => (rule.alert === undefined ? [] : [alertOf(rule.alert, rule)])),
    records: written.flatMap(({ record, expr }) => (record === undefined ? [] : [{ record, expr }])),
  };
}

/** All files `*.rules.yml` of a folder together. */
export function loadRules(folder: string): Rules {
  const files = readdirSync(folder).filter((file) => file.endsWith('.rules.yml'));
  if (files.length === 0) throw new Error(`${folder}: expected at least one file *.rules.yml, got none`);
  const loaded = files.sort().map((file) => rulesOf(readFileSync(join(folder, file), 'utf8')));
  return { alerts: loaded.flatMap(({ alerts }) => alerts), records: loaded.flatMap(({ records }) => records) };
}
