import { pino } from 'pino';
import { appOptions } from '../../../src/commands/app-options.ts';
import { closeAll, listenAll, urlOf } from '../../../src/commands/listen.ts';
import { buildApp } from '../../../src/http/build-app.ts';
import { Deadline } from '../../../src/sources/deadline.ts';
import type { Behaviour } from '../../support/engine-behaviour.ts';
import { type FixtureApp, startFixtureApp } from '../../support/fixture-app.ts';
import type { FixtureHostBuilder } from '../../support/fixture-host.ts';

export interface SiteHost extends FixtureHostBuilder {
  /** How the Engine of the host answers everything; as recorded unless given. */
  readonly engine?: Behaviour;
}

/** An exporter on a fixture host, as a browser finds it. */
export interface Site {
  /** Name of the fixture host. */
  readonly name: string;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

/** Nothing has to last before it is told by name. */
const atOnce = { settleSeconds: 0 };

/** Here the exporter shares its process with the test runner, which is busy at times: it never sheds load for that. */
const pressureLimits = {
  sampleInterval: 1000,
  maxEventLoopDelay: 0,
  maxEventLoopUtilization: 0,
  maxHeapUsedBytes: 0,
  maxRssBytes: 0,
};

/** Starts the exporter; it has looked until it has nothing left to find out. */
export async function startSite(host: SiteHost, version = '0.0.0'): Promise<Site> {
  const exporter = await startFixtureApp(host, [], atOnce);
  try {
    exporter.fake?.setBehaviour('*', host.engine ?? 'ok');
    await lookThrice(exporter);
    const options = appOptions(exporter, exporter.config, version, pino({ level: 'silent' }));
    const app = await buildApp({ ...options, pressureLimits });
    const servers = await listenAll(app, [{ host: '127.0.0.1', port: 0 }]);
    const close = async (): Promise<void> => {
      await closeAll(servers, 1);
      await app.close();
      await exporter.close();
    };
    const [origin = ''] = servers.map(urlOf);
    return { name: host.name, origin, close };
  } catch (error) {
    await exporter.close();
    throw error;
  }
}

/** To see something, to ask the Engine about it, to hear what it said. */
async function lookThrice(exporter: FixtureApp): Promise<void> {
  const deadline = new Deadline(30);
  for (const _ of [1, 2, 3]) {
    await exporter.scrape();
    await exporter.engine?.inspectsSettled(deadline);
  }
  deadline.clear();
}
