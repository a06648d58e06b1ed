import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentScheme } from './component.ts';
import { debianScheme } from './debian.ts';
import { engineScheme } from './engine.ts';
import { rpmScheme } from './rpm.ts';
import type { Scheme } from './scheme.ts';
import { ubuntuScheme } from './ubuntu.ts';
import { upstreamScheme } from './upstream.ts';

interface Case {
  readonly name: string;
  readonly parse: (text: string) => unknown;
  /** Parses, and does with the version whatever can be done with one. */
  readonly use: (text: string) => void;
}

const caseOf = <V>(scheme: Scheme<V>): Case => ({
  name: scheme.name,
  parse: scheme.parse,
  use: (text) => {
    const version = scheme.parse(text);
    if (version === undefined) return;
    expect(scheme.compare(version, version)).toBe(0);
    expect(scheme.isPreReleaseOf(version, version)).toBe(false);
    scheme.hasOwnBackports(version);
  },
});

const cases: readonly Case[] = [
  caseOf(engineScheme),
  caseOf(componentScheme),
  caseOf(debianScheme),
  caseOf(rpmScheme),
  caseOf(upstreamScheme),
  caseOf(ubuntuScheme),
];

describe.each(cases)('$name', ({ parse, use }) => {
  it.each(['string', 'version-like'])('never throws on any text: %s', (kind) => {
    const texts =
      kind === 'string' ? fc.string({ unit: 'binary', maxLength: 300 }) : fc.stringMatching(/^\d[\d.~+:^a-z-]*$/);
    fc.assert(fc.property(texts, use), { numRuns: 500 });
  });

  it.each([
    ['nothing', ''],
    ['a space', ' '],
    ['a newline behind it', '20.10.24\n'],
    ['control characters', '1.2\u0000.3'],
    ['a terminal’s escape', '\u001b[31m1.2.3'],
    ['a word', 'unknown'],
    ['10 kB of digits', '1'.repeat(10_000)],
    ['10 kB of points', `1${'.'.repeat(10_000)}`],
    ['10 kB of numbers', '1.'.repeat(5_000)],
    ['201 characters', '1'.repeat(201)],
    ['digits of another script', '٣.٤.٥'],
  ])('has no version for %s', (_, text) => {
    expect(parse(text)).toBeUndefined();
  });
});

it.each([
  ['engine', engineScheme, '1.'],
  ['component', componentScheme, '1.0.0-rc.'],
  ['debian', debianScheme, '1~.'],
  ['rpm', rpmScheme, '1.el'],
  ['upstream', upstreamScheme, '1.1'],
  ['ubuntu', ubuntuScheme, '9'],
] satisfies [string, { parse(text: string): unknown }, string][])(
  'stays with the longest text it takes: %s',
  (_, scheme, unit) => {
    // Steps that grow with a power of the length would not come to an end here; nothing is timed.
    for (let length = 1; length <= 200; length += 1) {
      for (const end of ['', '!', '\n', 'x']) scheme.parse(unit.repeat(200).slice(0, length) + end);
    }
  },
);
