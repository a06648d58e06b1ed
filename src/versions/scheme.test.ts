import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentScheme } from './component.ts';
import { debianScheme } from './debian.ts';
import { engineScheme } from './engine.ts';
import { rpmScheme } from './rpm.ts';
import type { Scheme } from './scheme.ts';
import { upstreamScheme } from './upstream.ts';

interface Case {
  readonly scheme: Scheme<unknown>;
  readonly real: readonly string[];
  /** Odd texts, some of which are no version; parts are put together at random as well. */
  readonly odd: readonly string[];
  readonly parts: readonly string[];
}

/** The schemes differ in what they parse to, which is nobody's business but their own. */
const erased = <V>(scheme: Scheme<V>): Scheme<unknown> => ({
  ...scheme,
  compare: (a, b) => scheme.compare(a as V, b as V),
  isPreReleaseOf: (a, b) => scheme.isPreReleaseOf(a as V, b as V),
  hasOwnBackports: (a) => scheme.hasOwnBackports(a as V),
});

const words = (text: string): readonly string[] => text.split(' ');

const dotted = words('0 1 9 10 007 . - ~ + _ rc beta dev ce ds ubuntu v');

const cases: Readonly<Record<string, Case>> = {
  engine: {
    scheme: erased(engineScheme),
    real: words(
      '0.7.6 0.8.1 0.12.0 1.9.0-dev 1.9.1 1.10.0-rc1 1.10.0 1.12.6-rhel 1.13.1 17.03.0-ce 17.03.0-ee-1 17.06.2-ee-16 18.06.0-ce-rc1 18.06.0-ce 18.09.0-ce-tp5 19.03.0-beta3 19.03.5+ds 20.10.24+dfsg1 20.10.7-0ubuntu1~20.04.1 23.0.0-rc.1 docker-v29.0.0 29.7.2',
    ),
    odd: ['', ...words('dev 0.0.0 3.0.10 v 17.12 1.2.3.4 01.09.01 999999999.0.0 1.9.1- 1.9.1-rc')],
    parts: dotted,
  },
  component: {
    scheme: erased(componentScheme),
    real: words(
      '0.2.9 1.0.0-rc2+dev 1.0.0-rc9 1.0.0-rc10 1.0.0-rc94 1.0.0~rc6+dfsg1 1.0.0 1.2.0-beta.1 1.2.0-rc.0 1.2.12 1.2.13 1.5.0-rc.2 1.6.20~ds1 1.1.5+ds1 1.1.7-0ubuntu1~22.04.1 v2.0.0',
    ),
    odd: ['', ...words('v1 a1b2c3d 1.6 1.6.20.1 0.0.0 1.0.0-rc 1.0.0-rc99999999999')],
    parts: dotted,
  },
  debian: {
    scheme: erased(debianScheme),
    real: words(
      '3.2.102-1 3.16.7-ckt11-1+deb8u6 3.16.7-ckt11-1+deb8u6~bpo70+1 3.16.7-ckt20-1+deb8u3 3.16.7-ckt20-1+deb8u4 3.16.36-1+deb8u1 4.3~rc5-1~exp1 4.3.5-1~bpo8+1 4.3.5-1 6.1.176-1',
    ),
    odd: ['', ...words('1:0 0:0-0 0 0. 0~ 0~~ 0-0~ 1- :1 1: 0000001 1.0+ 1a 1A 1z.~')],
    parts: words('0 00 1 9 10 123456789012345678901234567890 . + - ~ a Z z rc :'),
  },
  rpm: {
    scheme: erased(rpmScheme),
    real: words('123 229.20.1 514 693 693.17.1 693.el7 957.1.3 1062 1062.4.1.el7.x86_64 1075'),
    odd: ['', ...words('1. 1..1 1~ 1^ 1~^ 1^~ 1~~ 1^1 1a 1.a 1_a 1.0.0 1.00 .el7')],
    parts: words('0 00 1 9 10 99999999999999999999 . _ + ~ ^ a B rc .el7'),
  },
  upstream: {
    scheme: erased(upstreamScheme),
    real: words('2.6.32.61 3.10.0 4.1.12 4.1.13 4.2 4.3-rc5 4.3.0-rc7 4.3 4.13 4.13.0 6.1.176'),
    odd: ['', ...words('4 4. 4.3-rc 4.3-rc99 4.3-rc0 4.3.0.0 04.03 4.3-ck1 999999999.9')],
    parts: words('0 1 3 4 10 . . -rc - +'),
  },
};

const textsOf = ({ real, odd, parts }: Case) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...real) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...real), fc.array(fc.constantFrom(...parts), { maxLength: 4 }))
        .map(([base, tail]) => base + tail.join('')),
    },
    {
      weight: 3,
      arbitrary: fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 6 }).map((some) => `1${some.join('')}`),
    },
  );

const versionsOf = (each: Case) =>
  textsOf(each)
    .map((text) => ({ text, version: each.scheme.parse(text) }))
    .filter(({ version }) => version !== undefined);

const sign = (order: number): number => {
  expect(order).not.toBeNaN();
  return Math.sign(order) + 0;
};

describe.each(Object.entries(cases))('%s', (_, each) => {
  const { scheme } = each;
  const order = (a: { version: unknown }, b: { version: unknown }) => sign(scheme.compare(a.version, b.version));

  it('understands every real version, and each is equal to itself', () => {
    for (const text of each.real) {
      const version = scheme.parse(text);
      expect(version, text).toBeDefined();
      expect(scheme.compare(version, version), text).toBe(0);
    }
  });

  it('orders both ways round alike', () => {
    fc.assert(
      fc.property(versionsOf(each), versionsOf(each), (a, b) => {
        expect(order(a, b) + order(b, a)).toBe(0);
        expect(order(a, a)).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('is transitive, and what is equal is equal to all others alike', () => {
    fc.assert(
      fc.property(versionsOf(each), versionsOf(each), versionsOf(each), (a, b, c) => {
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
        if (order(a, b) === 0) expect(order(a, c)).toBe(order(b, c));
      }),
      { numRuns: 3000 },
    );
  });

  it('puts a pre-release before its release, and nothing is a pre-release of itself', () => {
    fc.assert(
      fc.property(versionsOf(each), versionsOf(each), (a, b) => {
        expect(scheme.isPreReleaseOf(a.version, a.version)).toBe(false);
        if (scheme.isPreReleaseOf(a.version, b.version)) expect(order(a, b)).toBe(-1);
      }),
      { numRuns: 1000 },
    );
  });
});
