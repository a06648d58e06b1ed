import type http from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import type { Logger } from 'pino';
import { catalogueOf } from '../catalogue/catalogue.ts';
import type { Config } from '../config/config.ts';
import { buildApp } from '../http/build-app.ts';
import { longestBudgetSeconds } from '../http/scrape-budget.ts';
import { appOptions } from './app-options.ts';
import { type Assembly, assemble } from './assemble.ts';
import { checkPaths } from './check-paths.ts';
import { leave } from './leave.ts';
import { closeAll, listenAll, urlOf } from './listen.ts';
import { createLog } from './log.ts';

/** Requests that run when the process is told to stop get this long. */
const stopSeconds = 1;

/** Serves until SIGTERM or SIGINT. Rejects when it cannot listen. */
export async function serve(config: Config, version: string): Promise<void> {
  checkPaths(config);
  const catalogue = await catalogueOf(config.advisoriesDir);
  const log = createLog(config.logLevel, config.logFormat);
  const assembly = assemble(config, version, log, catalogue);
  const { exposition } = assembly;
  const app = await buildApp(appOptions(assembly, config, version, log as FastifyBaseLogger));
  const servers = await listenAll(app, config.listenAddresses);
  stopOnSignal(assembly, servers, log);
  for (const server of servers) {
    log.info({ version, url: `${urlOf(server)}${config.telemetryPath}` }, 'docker-host-exporter is listening');
  }
  await exposition.scrape(longestBudgetSeconds, 'text'); // so that readiness does not wait for a scrape
}

function stopOnSignal(assembly: Assembly, servers: readonly http.Server[], log: Logger): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, 'stopping');
      void stop(assembly, servers, signal);
    });
  }
}

async function stop(
  { host, engine }: Assembly,
  servers: readonly http.Server[],
  signal: NodeJS.Signals,
): Promise<never> {
  await closeAll(servers, stopSeconds);
  engine?.close();
  return leave(host, 0, signal);
}
