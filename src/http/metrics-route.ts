import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentTypes, type Format } from '../exposition/render.ts';
import type { AppOptions } from './build-app.ts';
import { negotiateFormat } from './negotiate.ts';
import { scrapeBudget } from './scrape-budget.ts';
import { pressureReasonOf } from './under-pressure.ts';

const timeoutHeader = 'x-prometheus-scrape-timeout-seconds';

/** `GET /metrics`: a scrape within the time that Prometheus gives, also under pressure. */
export function addMetricsRoute(app: FastifyInstance, { exposition, telemetryPath }: AppOptions): void {
  const send = (reply: FastifyReply, format: Format, text: string): FastifyReply =>
    reply.header('vary', 'accept').type(contentTypes[format]).send(text);

  app.get(telemetryPath, {
    config: {
      // instead of the plugin's 503: a sick host must not look like a dead exporter
      pressureHandler: async (request: FastifyRequest, reply: FastifyReply, type: string) => {
        const format = negotiateFormat(request.headers.accept);
        const text = await exposition.repeat(pressureReasonOf(type), format);
        if (text !== undefined) await send(reply, format, text);
      },
    },
    handler: async (request, reply) => {
      const header = request.headers[timeoutHeader];
      const budget = scrapeBudget(Array.isArray(header) ? header[0] : header);
      if (budget === undefined) {
        const message = `${timeoutHeader}: expected a positive number of seconds, got ${JSON.stringify(header)}\n`;
        return reply.code(400).type('text/plain; charset=utf-8').send(message);
      }
      const format = negotiateFormat(request.headers.accept);
      return send(reply, format, await exposition.scrape(budget, format));
    },
  });
}
