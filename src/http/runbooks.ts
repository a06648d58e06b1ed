import type { FastifyInstance, FastifyReply } from 'fastify';
import { runbookPage, runbookStyle } from '../page/runbook-page.ts';
import type { AppOptions } from './build-app.ts';
import { prefersHtml } from './negotiate.ts';
import { pageHeaders } from './page-headers.ts';

const headers = pageHeaders(runbookStyle);

/**
 * `GET /docs/runbooks/<Alert>.md`: the runbooks that came with the exporter, under the path that they have in the
 * repository and in `runbook_url`: as a page for a browser, for all others as they are written. Only names that were
 * read at start are known, so that no name leads to another file.
 */
export function addRunbooks(app: FastifyInstance, { runbooks }: AppOptions): void {
  const names = new Set(runbooks.keys());
  const sendPage = (reply: FastifyReply, name: string, text: string): FastifyReply =>
    reply
      .headers(headers)
      .type('text/html; charset=utf-8')
      .send(runbookPage(name, text, names));

  // they are wanted most when all else is shed
  const always = { config: { pressureHandler: () => {} } };
  app.get<{ Params: { name: string } }>('/docs/runbooks/:name', always, async (request, reply) => {
    const [, name = ''] = /^(.+)\.md$/.exec(request.params.name) ?? [];
    const text = runbooks.get(name);
    if (text === undefined) return reply.callNotFound();
    reply.header('vary', 'accept');
    if (prefersHtml(request.headers.accept)) return sendPage(reply, name, text);
    return reply.type('text/plain; charset=utf-8').send(text);
  });
}
