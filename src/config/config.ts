import type { GivenFacts } from '../model/advisory.ts';
import type { DockerEndpoint } from '../model/endpoint.ts';

/** The collectors in the order in which their metrics are exposed. */
export const collectorNames = [
  'daemon',
  'processes',
  'mounts',
  'reconcile',
  'engine',
  'inventory',
  'host',
  'kernel',
  'advisories',
] as const;
export type CollectorName = (typeof collectorNames)[number];

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

export const logFormats = ['logfmt', 'json'] as const;
export type LogFormat = (typeof logFormats)[number];

export const outputFormats = ['table', 'json'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** `host` is a name or an address, IPv6 without brackets; undefined: every address of the machine. */
export interface ListenAddress {
  readonly host: string | undefined;
  /** 0 lets the kernel choose. */
  readonly port: number;
}

/** One setting as it takes effect. */
export interface Setting {
  /** As on a command line: `--docker.timeout=3s`, `--no-collector.host`. */
  readonly flag: string;
  /** `flag`, `default`, or `environment` with the variable's name. */
  readonly origin: string;
}

/** What the command advise is asked. */
export interface AdviseConfig {
  readonly given: GivenFacts;
  /** Ids of the advisories that are asked about; none: all. */
  readonly advisories: readonly string[];
  /** What is not given is taken from this host. */
  readonly thisHost: boolean;
}

/** What the flags and the environment come to. Declared flag by flag in flags.ts. */
export interface Config {
  readonly listenAddresses: readonly ListenAddress[];
  readonly telemetryPath: string;
  readonly webConfigFile: string | undefined;
  readonly exporterMetrics: boolean;
  readonly procfs: string;
  readonly sysfs: string;
  readonly rootfs: string;
  readonly docker: DockerEndpoint;
  readonly dockerPidfile: string;
  /** Seconds. */
  readonly dockerTimeout: number;
  readonly collectors: Readonly<Record<CollectorName, boolean>>;
  readonly diskUsage: boolean;
  /** Seconds. */
  readonly containersInterval: number;
  /** Seconds. */
  readonly inventoryInterval: number;
  readonly offendersMax: number;
  /** Directory of the user's own advisories; undefined: there is none. */
  readonly advisoriesDir: string | undefined;
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
  readonly output: OutputFormat;
  readonly advise: AdviseConfig;
  /** Where each value came from, for `describeConfig`; undefined in a Config that was not read from flags. */
  readonly settings?: readonly Setting[];
}

export type CommandName = 'serve' | 'once' | 'check' | 'advise' | 'config-check';

/** What a command line asks for. */
export type Invocation =
  | { readonly kind: 'run'; readonly command: CommandName; readonly config: Config }
  /** `--help` or `--version`. The text ends with a newline. */
  | { readonly kind: 'print'; readonly text: string }
  /** Everything that is wrong, one line each, and the command that was meant as far as that can be told. */
  | { readonly kind: 'invalid'; readonly errors: readonly string[]; readonly command: CommandName | undefined };

/** The effective configuration, one flag a line with its origin: `--docker.timeout=3s  # default`. */
export function describeConfig(config: Config): string {
  const settings = config.settings ?? [];
  const width = Math.max(0, ...settings.map(({ flag }) => flag.length));
  return settings.map(({ flag, origin }) => `${flag.padEnd(width)}  # ${origin}\n`).join('');
}
