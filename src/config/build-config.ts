import { buildAdvise } from './build-advise.ts';
import { type CollectorName, type Config, collectorNames, type Setting } from './config.ts';
import type { Values } from './settings.ts';

/** Puts the value of each flag in its place. */
export function buildConfig(values: Values, settings: readonly Setting[]): Config {
  return {
    listenAddresses: values['web.listen-address'],
    telemetryPath: values['web.telemetry-path'],
    webConfigFile: values['web.config.file'],
    exporterMetrics: !values['web.disable-exporter-metrics'],
    procfs: values['path.procfs'],
    sysfs: values['path.sysfs'],
    rootfs: values['path.rootfs'],
    docker: values['docker.host'],
    dockerPidfile: values['docker.pidfile'],
    dockerTimeout: values['docker.timeout'],
    collectors: enabledCollectors(values),
    diskUsage: values['collector.disk-usage'],
    containersInterval: values['containers.interval'],
    inventoryInterval: values['inventory.interval'],
    offendersMax: values['offenders.max'],
    advisoriesDir: values['advisories.dir'],
    logLevel: values['log.level'],
    logFormat: values['log.format'],
    output: values['output'],
    advise: buildAdvise(values),
    settings,
  };
}

function enabledCollectors(values: Values): Readonly<Record<CollectorName, boolean>> {
  const enabled = collectorNames.map((name) => [name, values[`collector.${name}`]]);
  return Object.fromEntries(enabled) as Record<CollectorName, boolean>;
}
