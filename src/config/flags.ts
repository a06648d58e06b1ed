import { dockerHost, listenAddress } from './address-types.ts';
import { adviseFlags } from './advise-flags.ts';
import {
  type CollectorName,
  type CommandName,
  collectorNames,
  logFormats,
  logLevels,
  outputFormats,
} from './config.ts';
import { optional } from './fact-types.ts';
import type { ValueType } from './value.ts';
import { absolutePath, choice, duration, integer, notBuiltYet, switchType, telemetryPath } from './value-types.ts';

/** One line for each collector, from the collectors themselves. */
export type CollectorSummaries = Readonly<Record<CollectorName, string>>;

/** One row of the table: everything that is to be known of a flag. */
export interface Flag<T = unknown> {
  /** What values it takes, and how the help writes them. */
  readonly type: ValueType<T>;
  /** As a user would write it; empty: no value. */
  readonly default: string;
  /** A variable that is not ours and is read before the default. */
  readonly fallback?: string;
  /** May be given more than once; in the environment: separated by commas. */
  readonly repeatable?: true;
  /** The commands that take it; undefined: all. Its variable may be set for the others, which ignore it. */
  readonly commands?: readonly CommandName[];
  readonly help: string;
}

/**
 * Every flag of the exporter, by name. The flag is `--name`, its environment variable
 * `DOCKER_HOST_EXPORTER_NAME`. Parsing, validation, `--help` and docs/configuration.md follow from
 * this table; where the values go is said in build-config.ts.
 */
export const flagTable = (summaries: CollectorSummaries) =>
  ({
    'web.listen-address': {
      type: listenAddress,
      default: ':10063',
      repeatable: true,
      help: 'Address to serve on. Without a host: on every address of the machine.',
    },
    'web.telemetry-path': {
      type: telemetryPath,
      default: '/metrics',
      help: 'Path under which the metrics are served.',
    },
    'web.config.file': {
      type: notBuiltYet,
      default: '',
      help: 'File that switches on TLS and authentication. Not built yet: an error when given.',
    },
    'web.disable-exporter-metrics': {
      type: switchType,
      default: 'false',
      help: "Leave out process_* and nodejs_*, the metrics of the exporter's own process.",
    },

    'path.procfs': {
      type: absolutePath,
      default: '/proc',
      help: 'Where the proc file system of the host is mounted.',
    },
    'path.sysfs': {
      type: absolutePath,
      default: '/sys',
      help: 'Where the sys file system of the host is mounted.',
    },
    'path.rootfs': {
      type: absolutePath,
      default: '/',
      help: 'Where the root file system of the host is to be found.',
    },

    'docker.host': {
      type: dockerHost,
      default: 'unix:///var/run/docker.sock',
      fallback: 'DOCKER_HOST',
      help: 'Address of the Engine API.',
    },
    'docker.pidfile': {
      type: absolutePath,
      default: '/var/run/docker.pid',
      help: 'File in which dockerd writes its process id.',
    },
    'docker.timeout': {
      type: duration('1ms', '1h'),
      default: '3s',
      help: 'How long the Engine may take to answer one request.',
    },

    ...collectorFlags(summaries),
    'collector.disk-usage': {
      type: switchType,
      default: 'false',
      help: 'Let the inventory ask the Engine for disk usage, which can take it minutes.',
    },

    'containers.interval': {
      type: duration('1s', '5m'),
      default: '15s',
      help: 'The list of containers is asked for at most this often, and only after something has happened.',
    },
    'inventory.interval': {
      type: duration('1s', '168h'),
      default: '10m',
      help: 'How often images and volumes are counted. The metrics of the inventory are this old.',
    },
    'offenders.max': {
      type: integer(0, 100),
      default: '20',
      help: 'How many of the worst offenders, over all kinds, are exposed by name; 0 switches dockerhost_offender off.',
    },
    'advisories.dir': {
      type: optional(absolutePath),
      default: '',
      help: 'Directory with advisories of your own. Hosts are judged by them beside those that come with the exporter.',
    },

    'log.level': {
      type: choice(logLevels),
      default: 'info',
      help: 'Messages below this level are not logged.',
    },
    'log.format': {
      type: choice(logFormats),
      default: 'logfmt',
      help: 'Form of the log lines.',
    },

    output: {
      type: choice(outputFormats),
      default: 'table',
      commands: ['check', 'advise'],
      help: 'Form in which check and advise print what they find.',
    },
    ...adviseFlags,
  }) as const satisfies Record<string, Flag>;

export type FlagTable = ReturnType<typeof flagTable>;

type CollectorFlags = Readonly<Record<`collector.${CollectorName}`, Flag<boolean>>>;

function collectorFlags(summaries: CollectorSummaries): CollectorFlags {
  const rows = collectorNames.map((name): [string, Flag<boolean>] => [
    `collector.${name}`,
    { type: switchType, default: 'true', help: summaries[name] },
  ]);
  return Object.fromEntries(rows) as CollectorFlags;
}

/** The table's rows for those who do not care which flag they have before them. */
export const rowsOf = (table: FlagTable): readonly (readonly [string, Flag])[] => Object.entries(table);

export const isSwitch = (flag: Flag): boolean => flag.type === switchType;

export const environmentPrefix = 'DOCKER_HOST_EXPORTER_';

/** `web.listen-address` is `DOCKER_HOST_EXPORTER_WEB_LISTEN_ADDRESS`. */
export const environmentVariable = (name: string): string =>
  environmentPrefix + name.replaceAll(/[.-]/g, '_').toUpperCase();
