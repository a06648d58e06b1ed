import { environmentVariable, isSwitch, rowsOf } from '../../src/config/flags.ts';
import { flagTableOfCollectors, metricNames, scriptNames } from './declared.ts';

const rows = rowsOf(flagTableOfCollectors());
const flags = rows.flatMap(([name, flag]) => (isSwitch(flag) ? [`--${name}`, `--no-${name}`] : [`--${name}`]));
const variables = rows.map(([name]) => environmentVariable(name));
const scripts = scriptNames();

const found = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([match]) => match);

/**
 * Metrics of ours that nobody declares. `dockerhost_data_root_*` stands for all that begin so, `dockerhost_` for all.
 * Names with colons are those of the recording rules, and none of ours.
 */
export const unknownMetrics = (text: string): readonly string[] =>
  found(text, /(?<!:)\bdockerhost_\w*\*?(?!\w*:)/g).filter((name) =>
    /[_*]$/.test(name)
      ? !metricNames.some((metric) => metric.startsWith(name.replace('*', '')))
      : !metricNames.includes(name),
  );

/** Flags of node_exporter, which docs/performance.md measures beside ours. */
const ofNodeExporter = ['--collector.disable-defaults'];
/** Flags of Prometheus, Alertmanager and amtool, which the pages on alerting tell of. */
const ofPrometheus = ['--config.file', '--cluster.listen-address', '--storage.path', '--verify.receivers'];

/** Flags that the table does not have. All of ours have a dot in their name, which those of most programs have not. */
export const unknownFlags = (text: string): readonly string[] =>
  found(text, /(?<![\w-])--[a-z][a-z-]*\.[a-z]+(?:[.-][a-z]+)*/g).filter(
    (flag) => ![...flags, ...ofNodeExporter, ...ofPrometheus].includes(flag),
  );

export const unknownVariables = (text: string): readonly string[] =>
  found(text, /\bDOCKER_HOST_EXPORTER_[A-Z_]+/g).filter((name) => !variables.includes(name));

export const unknownScripts = (text: string): readonly string[] =>
  found(text, /(?<=\bnpm run )[\w:]+/g).filter((name) => !scripts.includes(name));
