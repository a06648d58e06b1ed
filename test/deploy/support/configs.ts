import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'deploy/prometheus');

export interface RelabelRule {
  readonly source_labels?: readonly string[];
  readonly regex?: string;
  readonly target_label?: string;
  readonly replacement?: string;
  readonly action?: string;
}

export interface StaticConfig {
  readonly targets: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** A job, as far as it is looked at here. Each has one way to find its targets. */
export interface ScrapeConfig {
  readonly job_name: string;
  readonly scrape_interval?: string;
  readonly metrics_path?: string;
  readonly scheme?: string;
  readonly static_configs?: readonly StaticConfig[];
  readonly file_sd_configs?: readonly { readonly files: readonly string[] }[];
  readonly dockerswarm_sd_configs?: readonly {
    readonly host: string;
    readonly role: string;
    readonly port?: number;
  }[];
  readonly kubernetes_sd_configs?: readonly { readonly role: string }[];
  readonly relabel_configs?: readonly RelabelRule[];
}

export interface PrometheusConfig {
  readonly global: {
    readonly scrape_interval: string;
    readonly evaluation_interval: string;
    readonly external_labels?: Readonly<Record<string, string>>;
  };
  readonly rule_files: readonly string[];
  readonly alerting: { readonly alertmanagers: readonly { readonly static_configs: readonly StaticConfig[] }[] };
  readonly scrape_configs: readonly ScrapeConfig[];
}

export const configNames = ['prometheus', 'file-sd', 'dockerswarm', 'kubernetes'] as const;
export type ConfigName = (typeof configNames)[number];

export const pathOf = (name: ConfigName): string => join(folder, `${name}.yml`);
export const textOf = (name: ConfigName): string => readFileSync(pathOf(name), 'utf8');
export const parseConfig = (text: string): PrometheusConfig => parse(text) as PrometheusConfig;
export const configOf = (name: ConfigName): PrometheusConfig => parseConfig(textOf(name));

/** The job of a file that has one. @throws for any other number */
export function jobOf({ scrape_configs }: PrometheusConfig): ScrapeConfig {
  const [job, ...others] = scrape_configs;
  if (job === undefined || others.length > 0) throw new Error(`expected one job, got ${scrape_configs.length}`);
  return job;
}

export const targetsPath = join(folder, 'targets/docker-hosts.yml');
export const targetsText = readFileSync(targetsPath, 'utf8');

const off = /^( *)#(?! |$)/gm;

/** Lines of settings that are off: # and no space after it. */
export const settingsOff = (text: string): readonly string[] =>
  text.split('\n').filter((line) => new RegExp(off.source).test(line));

/** The text with all of them switched on. */
export const withSettingsOn = (text: string): string => text.replaceAll(off, '$1');
