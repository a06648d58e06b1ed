import type { FastifyInstance } from 'fastify';
import type { AppOptions } from './build-app.ts';

/**
 * `/-/healthy`: this process lives; never depends on Docker, or an orchestrator would end the exporter
 * in the middle of the incident. `/-/ready`: a first snapshot has been taken.
 */
export function addHealthRoutes(app: FastifyInstance, { exposition }: AppOptions): void {
  const always = { config: { pressureHandler: () => {} } };
  app.get('/-/healthy', always, async (_request, reply) => reply.type('text/plain; charset=utf-8').send('healthy\n'));
  app.get('/-/ready', always, async (_request, reply) => {
    const text = exposition.isReady ? 'ready\n' : 'the first snapshot of the host is being taken\n';
    return reply
      .code(exposition.isReady ? 200 : 503)
      .type('text/plain; charset=utf-8')
      .send(text);
  });
}
