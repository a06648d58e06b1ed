import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeConfig, type Invocation } from '../../src/config/config.ts';
import { environmentPrefix, environmentVariable, flagTable, rowsOf } from '../../src/config/flags.ts';
import { readInvocation } from '../../src/config/invocation.ts';
import { summaries } from './read.ts';

const names = rowsOf(flagTable(summaries)).map(([name]) => name);
const text = fc.string({ unit: 'binary' });
const name = fc.constantFrom(...names);

/** Mostly nearly right, so that it gets past the first look. */
const token = fc.oneof(
  text,
  name.map((flag) => `--${flag}`),
  name.map((flag) => `--no-${flag}`),
  fc.tuple(name, text).map(([flag, value]) => `--${flag}=${value}`),
  text.map((value) => `-${value}`),
  fc.constantFrom(
    '--',
    '-',
    '-h',
    '--help',
    '--version',
    'once',
    'advise',
    'config',
    'check',
    '--__proto__',
    '-5',
    '--no-',
  ),
  fc.constantFrom(':0', 'tcp://[::1]', 'https://x', '1h30m', '/a', '20', 'debug', 'a=b', '2026-02-28'),
);

const variable = fc.oneof(
  name.map(environmentVariable),
  text.map((suffix) => environmentPrefix + suffix),
  fc.constantFrom('DOCKER_HOST', 'DOCKER_TLS_VERIFY', 'DOCKER_CERT_PATH', '', '__proto__'),
);
const env = fc.dictionary(variable, fc.option(fc.oneof(text, token), { nil: undefined }));

const invocationOf = (argv: readonly string[], environment: Record<string, string | undefined>): Invocation =>
  readInvocation(argv, environment, '1.2.3', summaries);

describe('whatever is typed', () => {
  it('is run, printed or explained, and never thrown', () => {
    fc.assert(
      fc.property(fc.array(token), env, (argv, environment) => {
        const invocation = invocationOf(argv, environment);
        if (invocation.kind === 'run') expect(describeConfig(invocation.config)).toContain('--log.level=');
        if (invocation.kind === 'print') expect(invocation.text).toMatch(/\S\n$/);
        if (invocation.kind === 'invalid') expect(invocation.errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves its arguments alone', () => {
    fc.assert(
      fc.property(fc.array(token), env, (argv, environment) => {
        invocationOf(Object.freeze(argv), Object.freeze(environment));
      }),
    );
  });

  it('keeps every message to one line of bounded length', () => {
    const long = fc.string({ minLength: 100, maxLength: 400, unit: 'binary' });
    fc.assert(
      fc.property(fc.constantFrom(...names), long, (flag, value) => {
        const invocation = invocationOf([`--${flag}=${value}`, value], {});
        if (invocation.kind !== 'invalid') return;
        for (const error of invocation.errors) expect(error).toMatch(/^.{1,800}$/);
      }),
    );
  });
});
