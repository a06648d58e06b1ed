import type { FastifyInstance } from 'fastify';
import type { AppOptions } from './build-app.ts';
import { hangsAfterSeconds, longestBudgetSeconds } from './scrape-budget.ts';
import { within } from './within.ts';

/**
 * `GET /status`: what is wrong with the host, as JSON. 200 whatever its health: the HTTP status says whether
 * that could be told at all.
 */
export function addStatusRoute(app: FastifyInstance, { status }: AppOptions): void {
  app.get('/status', async (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(await within(hangsAfterSeconds, status(longestBudgetSeconds))),
  );
}
