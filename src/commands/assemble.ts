import type { Logger } from 'pino';
import { collectors } from '../collectors/index.ts';
import type { CollectorName, Config } from '../config/config.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { Exposition } from '../exposition/exposition.ts';
import { Observer } from '../host/observer.ts';
import { EngineReader } from '../sources/engine/engine-reader.ts';
import { HostReader } from '../sources/procfs/host-reader.ts';

export interface Assembly {
  readonly host: HostReader;
  readonly engine: EngineReader | undefined;
  readonly exposition: Exposition;
}

/** Puts the rooms together as the configuration says. */
export function assemble(config: Config, version: string, log: Logger): Assembly {
  const { procfs, sysfs, rootfs } = config;
  const host = new HostReader({ procfs, sysfs, rootfs }, log);
  const engine = config.collectors.engine ? engineReader(config, log) : undefined;
  const observer = new Observer({ host, engine, pidfile: config.dockerPidfile });
  const exposition = new Exposition({
    observe: (budget) => observer.observe(budget),
    diagnose,
    collectors: collectors.filter(({ name }) => config.collectors[name as CollectorName]),
    exporterMetrics: config.exporterMetrics,
    version,
    log,
  });
  return { host, engine, exposition };
}

function engineReader(config: Config, log: Logger): EngineReader {
  const { docker: endpoint, dockerTimeout: timeoutSeconds, inventoryInterval: intervalSeconds, diskUsage } = config;
  const inventory = config.collectors.inventory ? { intervalSeconds, diskUsage } : undefined;
  return new EngineReader({ endpoint, timeoutSeconds, inventory }, log);
}
