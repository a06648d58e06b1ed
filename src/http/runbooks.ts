import type { FastifyInstance } from 'fastify';
import type { AppOptions } from './build-app.ts';

/**
 * `GET /docs/runbooks/<Alert>.md`: the runbooks that came with the exporter, as they are written, under the path that
 * they have in the repository and in `runbook_url`. Only names that were read at start are known, so that no name
 * leads to another file.
 */
export function addRunbooks(app: FastifyInstance, { runbooks }: AppOptions): void {
  // they are wanted most when all else is shed
  const always = { config: { pressureHandler: () => {} } };
  app.get<{ Params: { name: string } }>('/docs/runbooks/:name', always, async (request, reply) => {
    const [, name = ''] = /^(.+)\.md$/.exec(request.params.name) ?? [];
    const text = runbooks.get(name);
    if (text === undefined) return reply.callNotFound();
    return reply.header('x-content-type-options', 'nosniff').type('text/plain; charset=utf-8').send(text);
  });
}
