import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Exposition } from '../exposition/exposition.ts';
import { addHealthRoutes } from './health.ts';
import { addMetricsRoute } from './metrics-route.ts';
import { addPageRoute, type StatusPage } from './page-route.ts';
import { addRunbooks } from './runbooks.ts';
import { addStatusRoute } from './status.ts';
import { type PressureLimits, watchPressure } from './under-pressure.ts';

export interface AppOptions {
  readonly exposition: Pick<Exposition, 'scrape' | 'repeat' | 'isReady'>;
  /** What /status answers, as JSON text: a look at the host within `budgetSeconds`. */
  readonly status: (budgetSeconds: number) => Promise<string>;
  /** What / shows. */
  readonly page: StatusPage;
  /** Text of the runbooks by their name. */
  readonly runbooks: ReadonlyMap<string, string>;
  readonly telemetryPath: string;
  readonly log: FastifyBaseLogger;
  /** From where on requests are shed; the usual limits unless given. */
  readonly pressureLimits?: PressureLimits;
}

/** The HTTP interface, without a port: tests use `inject`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: true,
    bodyLimit: 1024,
    routerOptions: { ignoreTrailingSlash: false },
  });
  await watchPressure(app, options.pressureLimits);
  addMetricsRoute(app, options);
  addStatusRoute(app, options);
  addHealthRoutes(app, options);
  addPageRoute(app, options);
  addRunbooks(app, options);
  app.setNotFoundHandler((_request, reply) => reply.code(404).type('text/plain; charset=utf-8').send('not found\n'));
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500 && status !== 503) options.log.error({ error: error.message }, 'a request failed');
    return reply.code(status).type('text/plain; charset=utf-8').send(`${error.message}\n`);
  });
  return app;
}
