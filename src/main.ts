#!/usr/bin/env -S node --max-semi-space-size=1 --optimize-for-size --v8-pool-size=1
import fs from 'node:fs';
import { collectors } from './collectors/index.ts';
import { advise } from './commands/advise.ts';
import { check } from './commands/check.ts';
import { configCheck } from './commands/config-check.ts';
import { once } from './commands/once.ts';
import { problemsOf } from './commands/problems.ts';
import { serve } from './commands/serve.ts';
import type { CollectorName, CommandName } from './config/config.ts';
import { readInvocation } from './config/invocation.ts';

const { version } = JSON.parse(fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const summaries = Object.fromEntries(collectors.map(({ name, summary }) => [name, summary])) as Record<
  CollectorName,
  string
>;
const invocation = readInvocation(process.argv.slice(2), process.env, version, summaries);

/** Exit status of what other flags cannot mend, and of flags that are wrong. */
const failures = { run: 1, flags: 2 } as const;
/** What monitoring systems take for "could not look"; the usual two would say warning and critical. */
const unknown = 3;
const failureOf = (command: CommandName | undefined, kind: keyof typeof failures): number =>
  command === 'check' || command === 'advise' ? unknown : failures[kind];

const say = (text: string) => process.stderr.write(`docker-host-exporter: ${text}\n`);
const runs = { serve, once, check, advise, 'config-check': configCheck } as const;

switch (invocation.kind) {
  case 'print':
    process.stdout.write(invocation.text);
    break;
  case 'invalid':
    for (const error of invocation.errors) say(error);
    process.exitCode = failureOf(invocation.command, 'flags');
    break;
  case 'run': {
    const { command, config } = invocation;
    await runs[command](config, version).catch((error: unknown) => {
      for (const problem of problemsOf(error)) say(problem);
      process.exit(failureOf(command, 'run'));
    });
  }
}
