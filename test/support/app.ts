import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { shippedCatalogue } from '../../src/catalogue/shipped.ts';
import { collectors } from '../../src/collectors/index.ts';
import { appOptions } from '../../src/commands/app-options.ts';
import { type Assembly, assemble, type Tuning } from '../../src/commands/assemble.ts';
import type { CollectorName, Config } from '../../src/config/config.ts';
import { readInvocation } from '../../src/config/invocation.ts';
import { buildApp } from '../../src/http/build-app.ts';
import type { Catalogue } from '../../src/model/advisory.ts';
import { Deadline } from '../../src/sources/deadline.ts';

/** The whole exporter in this process, without a port. */
export interface TestApp extends Assembly {
  readonly app: FastifyInstance;
  readonly config: Config;
  /** Lines of the log, as JSON. */
  readonly log: string[];
  close(): Promise<void>;
}

const summaries = Object.fromEntries(collectors.map(({ name, summary }) => [name, summary])) as Record<
  CollectorName,
  string
>;

/** Builds the app from a command line. */
export async function startApp(
  argv: readonly string[],
  tuning?: Tuning,
  catalogue: Catalogue = shippedCatalogue(),
): Promise<TestApp> {
  const invocation = readInvocation(argv, {}, '0.0.0', summaries);
  if (invocation.kind !== 'run') throw new Error(`not a command line to run: ${JSON.stringify(invocation)}`);
  const { config } = invocation;
  const log: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
  const assembly = assemble(config, '0.0.0', logger, catalogue, tuning);
  const app = await buildApp(appOptions(assembly, config, '0.0.0', logger));
  const close = async (): Promise<void> => {
    await app.close();
    assembly.engine?.close();
    assembly.exposition.close();
    await assembly.host.close();
  };
  return { ...assembly, app, config, log, close };
}

/** Reads the host once and throws the result away: the reading thread has then loaded all it needs. */
export async function warmUp({ host, config }: TestApp): Promise<void> {
  const deadline = new Deadline(30);
  await host.read({ pidfile: config.dockerPidfile, dataRoot: undefined, sysctls: [] }, deadline);
  deadline.clear();
}
