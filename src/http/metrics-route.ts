import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentTypes, type Format } from '../exposition/render.ts';
import type { AppOptions } from './build-app.ts';
import { acceptsGzip, negotiateFormat } from './negotiate.ts';
import { scrapeBudget } from './scrape-budget.ts';
import { pressureReasonOf } from './under-pressure.ts';

const compress = promisify(gzip);
const timeoutHeader = 'x-prometheus-scrape-timeout-seconds';

/** `GET /metrics`: a scrape within the time that Prometheus gives, also under pressure. */
export function addMetricsRoute(app: FastifyInstance, { exposition, telemetryPath }: AppOptions): void {
  app.get(telemetryPath, {
    config: {
      // instead of the plugin's 503: a sick host must not look like a dead exporter
      pressureHandler: async (request: FastifyRequest, reply: FastifyReply, type: string) => {
        const format = negotiateFormat(request.headers.accept);
        const text = await exposition.repeat(pressureReasonOf(type), format);
        if (text !== undefined) await send(request, reply, format, text);
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
      return send(request, reply, format, await exposition.scrape(budget, format));
    },
  });
}

/** Compresses in a thread of the pool, not in this one. */
async function send(request: FastifyRequest, reply: FastifyReply, format: Format, text: string): Promise<FastifyReply> {
  reply.header('vary', 'accept, accept-encoding').type(contentTypes[format]);
  if (!acceptsGzip(request.headers['accept-encoding'])) return reply.send(text);
  return reply.header('content-encoding', 'gzip').send(await compress(text));
}
