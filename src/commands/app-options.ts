import os from 'node:os';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config/config.ts';
import type { AppOptions } from '../http/build-app.ts';
import type { StatusPage } from '../http/page-route.ts';
import { pageOf, pageWithout } from '../page/page.ts';
import type { About } from '../page/view.ts';
import type { Assembly } from './assemble.ts';
import { readRunbooks } from './runbooks.ts';

const refreshSeconds = 15;

/** What the HTTP interface shows of an assembly. Reads the runbooks: nothing is read when they are asked for. */
export function appOptions(
  { exposition, status, watch }: Assembly,
  { telemetryPath }: Pick<Config, 'telemetryPath'>,
  version: string,
  log: FastifyBaseLogger,
): AppOptions {
  const runbooks = readRunbooks();
  const about = { host: os.hostname(), version, telemetryPath, runbooks: new Set(runbooks.keys()) };
  return { exposition, status, page: statusPage(watch, about), runbooks, telemetryPath, log };
}

function statusPage(watch: Assembly['watch'], about: Omit<About, 'refreshSeconds'>): StatusPage {
  const refreshing = (refreshes: boolean): About => ({
    ...about,
    refreshSeconds: refreshes ? refreshSeconds : undefined,
  });
  return {
    look: async (budgetSeconds, refreshes) => pageOf(await watch.look(budgetSeconds), refreshing(refreshes)),
    without: (reason, refreshes) => pageWithout(reason, refreshing(refreshes)),
  };
}
