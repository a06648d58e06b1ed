import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { type AppOptions, buildApp } from '../../src/http/build-app.ts';

const nothing: Omit<AppOptions, 'log'> = {
  exposition: { isReady: true, scrape: async () => '', repeat: async () => undefined },
  status: async () => '{}\n',
  page: { look: async () => '<!doctype html>\n', without: (reason) => reason },
  runbooks: new Map(),
  telemetryPath: '/metrics',
};

/** The HTTP interface on stubs, with these differences. */
export const appOn = (options: Partial<AppOptions> = {}): Promise<FastifyInstance> =>
  buildApp({ ...nothing, log: pino({ level: 'silent' }) as FastifyBaseLogger, ...options });
