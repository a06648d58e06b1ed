#!/usr/bin/env -S node --max-semi-space-size=1 --optimize-for-size --v8-pool-size=1
import fs from 'node:fs';
import { collectors } from './collectors/index.ts';
import { once } from './commands/once.ts';
import { serve } from './commands/serve.ts';
import type { CollectorName } from './config/config.ts';
import { describeConfig } from './config/config.ts';
import { readInvocation } from './config/invocation.ts';

const { version } = JSON.parse(fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const summaries = Object.fromEntries(collectors.map(({ name, summary }) => [name, summary])) as Record<
  CollectorName,
  string
>;
const invocation = readInvocation(process.argv.slice(2), process.env, version, summaries);

/** One clear line on stderr and exit status 1: the caller cannot mend it by other flags. */
function fail(error: unknown): never {
  process.stderr.write(`docker-host-exporter: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

switch (invocation.kind) {
  case 'print':
    process.stdout.write(invocation.text);
    break;
  case 'invalid':
    for (const error of invocation.errors) process.stderr.write(`docker-host-exporter: ${error}\n`);
    process.exitCode = 2;
    break;
  case 'run': {
    const { command, config } = invocation;
    if (command === 'config-check') process.stdout.write(describeConfig(config));
    else await (command === 'once' ? once : serve)(config, version).catch(fail);
  }
}
