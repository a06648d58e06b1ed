import os from 'node:os';
import type { Logger } from 'pino';
import { sysctlsOf } from '../advisories/wanted-sysctls.ts';
import { collectors } from '../collectors/index.ts';
import type { CollectorName, Config } from '../config/config.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { reportOf } from '../diagnosis/report/report.ts';
import { reportText } from '../diagnosis/report/report-json.ts';
import { Exposition } from '../exposition/exposition.ts';
import { Observer } from '../host/observer.ts';
import { Watch } from '../host/watch.ts';
import type { Catalogue } from '../model/advisory.ts';
import { EngineReader } from '../sources/engine/engine-reader.ts';
import { HostReader } from '../sources/procfs/host-reader.ts';

export interface Assembly {
  readonly host: HostReader;
  readonly engine: EngineReader | undefined;
  readonly watch: Watch;
  /** What is wrong with the host, as JSON text. */
  readonly status: (budgetSeconds: number) => Promise<string>;
  readonly exposition: Exposition;
}

/** What only tests change. */
export interface Tuning {
  /** How long something must be there before it is told by name. */
  readonly settleSeconds?: number;
  /** The day that ends of life are compared with. */
  readonly today?: string;
}

/** Puts the rooms together as the configuration says. The host is judged by the advisories of `catalogue`. */
export function assemble(
  config: Config,
  version: string,
  log: Logger,
  catalogue: Catalogue,
  tuning: Tuning = {},
): Assembly {
  const { procfs, sysfs, rootfs } = config;
  const host = new HostReader({ procfs, sysfs, rootfs }, log);
  const engine = config.collectors.engine ? engineReader(config, log) : undefined;
  const observer = new Observer({ host, engine, pidfile: config.dockerPidfile, sysctls: sysctlsOf(catalogue) });
  const judging = { offendersMax: config.offendersMax, catalogue, ...tuning };
  const watch = new Watch({
    observe: (budget) => observer.observe(budget),
    diagnose: (snapshot, past) => diagnose(snapshot, past, judging),
    inspect: (ids) => engine?.inspect(ids),
  });
  const exposition = new Exposition({
    look: (budget) => watch.look(budget),
    collectors: collectors.filter(({ name }) => config.collectors[name as CollectorName]),
    exporterMetrics: config.exporterMetrics,
    version,
    log,
  });
  const status = async (budget: number): Promise<string> => {
    const { snapshot, diagnosis } = await watch.look(budget);
    return reportText(reportOf(snapshot, diagnosis), { host: os.hostname(), version });
  };
  return { host, engine, watch, status, exposition };
}

function engineReader(config: Config, log: Logger): EngineReader {
  const { docker: endpoint, dockerTimeout: timeoutSeconds, containersInterval: containersSeconds, diskUsage } = config;
  const inventory = config.collectors.inventory ? { intervalSeconds: config.inventoryInterval, diskUsage } : undefined;
  return new EngineReader({ endpoint, timeoutSeconds, containersSeconds, inventory }, log);
}
