import os from 'node:os';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config/config.ts';
import type { AppOptions } from '../http/build-app.ts';
import type { StatusPage } from '../http/page-route.ts';
import { pageOf, pageWithout } from '../page/page.ts';
import type { About } from '../page/view.ts';
import type { Assembly } from './assemble.ts';
import { recent } from './recent.ts';
import { readRunbooks } from './runbooks.ts';

const refreshSeconds = 15;
/** Whoever asks for the page in a row gets one look in this time: each is a full look at the host and its Engine. */
const reuseSeconds = 1;

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
  const look = recent((budgetSeconds) => watch.look(budgetSeconds), reuseSeconds);
  return {
    look: async (budgetSeconds, refreshes) => pageOf(await look(budgetSeconds), refreshing(refreshes)),
    without: (reason, refreshes) => pageWithout(reason, refreshing(refreshes), Date.now() / 1000),
  };
}
