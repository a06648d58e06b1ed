import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { styleSheet } from '../page/style.ts';
import type { AppOptions } from './build-app.ts';
import { pageHeaders } from './page-headers.ts';
import { hangsAfterSeconds, longestBudgetSeconds } from './scrape-budget.ts';
import { pressureReasonOf } from './under-pressure.ts';
import { within } from './within.ts';

/** What the page is told by; each of them is HTML. */
export interface StatusPage {
  /** A look at the host within `budgetSeconds`. */
  look(budgetSeconds: number, refreshes: boolean): Promise<string>;
  /** The page without a look, and the reason for it. */
  without(reason: string, refreshes: boolean): string;
}

/** Whatever a container is called, it stays a name. */
const headers = { ...pageHeaders(styleSheet), 'cache-control': 'no-store' };

/** `GET /`: this host on one page, for a person. It comes even when the look at the host fails, and says so. */
export function addPageRoute(app: FastifyInstance, { page, log }: AppOptions): void {
  const send = (reply: FastifyReply, status: number, text: string): FastifyReply =>
    reply.code(status).headers(headers).type('text/html; charset=utf-8').send(text);

  app.get('/', {
    config: {
      // a browser that gets the plugin's 503 would not ask again
      pressureHandler: async (request: FastifyRequest, reply: FastifyReply, type: string) => {
        const reason = `the exporter is under pressure (${pressureReasonOf(type)}) and looks at nothing until that is over`;
        await send(reply.header('retry-after', '10'), 503, page.without(reason, refreshes(request)));
      },
    },
    handler: async (request, reply) => {
      try {
        const text = page.look(longestBudgetSeconds, refreshes(request));
        return send(reply, 200, await within(hangsAfterSeconds, text));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        log.error({ error: reason }, 'the status page has no look at the host');
        return send(reply, 500, page.without(reason, refreshes(request)));
      }
    },
  });
}

/** `/?refresh=off` stays as it is, for those who read slowly. */
const refreshes = ({ query }: FastifyRequest): boolean =>
  (query as Readonly<Record<string, unknown>>)['refresh'] !== 'off';
