import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Exposition } from '../exposition/exposition.ts';
import { addHardening, harden } from './hardening.ts';
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
  const fail = failing(options.log);
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: true,
    bodyLimit: 1024,
    routerOptions: { ignoreTrailingSlash: false },
    frameworkErrors: (error, request, reply) => fail(error, request, harden(reply)),
  });
  addHardening(app);
  await watchPressure(app, options.pressureLimits);
  addMetricsRoute(app, options);
  addStatusRoute(app, options);
  addHealthRoutes(app, options);
  addPageRoute(app, options);
  addRunbooks(app, options);
  app.setNotFoundHandler((_request, reply) => reply.code(404).type('text/plain; charset=utf-8').send('not found\n'));
  app.setErrorHandler(fail);
  return app;
}

/** One line of text for whatever fails; logged when it is our fault. */
const failing =
  (log: FastifyBaseLogger) =>
  (error: Error & { statusCode?: number }, _request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const status = error.statusCode ?? 500;
    if (status >= 500 && status !== 503) log.error({ error: error.message }, 'a request failed');
    return reply.code(status).type('text/plain; charset=utf-8').send(`${error.message}\n`);
  };
