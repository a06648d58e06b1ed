import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratchFolder } from '../../e2e/support/scratch.ts';
import { promtool } from '../../rules/support/promtool.ts';
import { type ConfigName, type PrometheusConfig, pathOf } from './configs.ts';

/** What Debian's Prometheus says of a discovery that it was built without; all other parts of a file are checked. */
const withoutKubernetes = /^ +line \d+: field kubernetes_sd_configs not found/m;

export const checkConfig = (path: string) => promtool(['check', 'config', '--lint=all', '--lint-fatal', path]);

/** Whether this promtool knows `kubernetes_sd_configs`. Debian's does not. */
export async function knowsKubernetes(): Promise<boolean> {
  const { output } = await promtool(['check', 'config', '--syntax-only', pathOf('kubernetes')]);
  return !withoutKubernetes.test(output);
}

/**
 * A copy of a configuration in a folder of its own, whose paths lead to the files of the checkout.
 * JSON is YAML.
 */
export function copyOf(config: PrometheusConfig, name: ConfigName = 'prometheus'): string {
  const absolute = (path: string): string => join(dirname(pathOf(name)), path);
  const path = join(scratchFolder(), 'prometheus.yml');
  writeFileSync(path, JSON.stringify({ ...config, rule_files: config.rule_files.map(absolute) }));
  return path;
}

export type Labels = Readonly<Record<string, string>>;

/** Labels that a target has after relabelling; none where it is dropped. */
type Discovered = readonly { readonly labels: Labels }[];

/**
 * The targets of a job with the labels that they end up with, found by promtool in the same way as by Prometheus.
 * It waits as long as it is told to, whatever it has found; so it is told to wait longer until there are enough.
 *
 * @param count how many there are to be found, dropped ones included
 */
export async function discover(path: string, job: string, count: number): Promise<readonly Labels[]> {
  let output = '';
  for (const seconds of [1, 2, 4, 8, 16]) {
    ({ output } = await promtool(['check', 'service-discovery', `--timeout=${seconds}s`, path, job]));
    const found = targetsIn(output);
    if (found.length === count)
      return found.map(({ labels }) => labels).filter((labels) => Object.keys(labels).length > 0);
  }
  throw new Error(`expected ${count} targets of ${job}, got ${output.slice(0, 400)}`);
}

/** stderr stands before the JSON. */
function targetsIn(output: string): Discovered {
  const start = output.search(/^\[/m);
  return start < 0 ? [] : (JSON.parse(output.slice(start)) as Discovered);
}

/** The labels that series get: all but those that Prometheus keeps to itself, which begin with two underscores. */
export const seriesLabels = (labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => !name.startsWith('__')));

/** `address -> labels of its series`, sorted. */
export const summary = (targets: readonly Labels[]): readonly (readonly [string, Labels])[] =>
  targets
    .map((labels) => [labels['__address__'] ?? '', seriesLabels(labels)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
