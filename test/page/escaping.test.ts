import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { noMemory } from '../../src/model/memory.ts';
import { offenderKinds } from '../../src/model/offenders.ts';
import { denied, ok } from '../../src/model/reading.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { pageOf, pageWithout } from '../../src/page/page.ts';
import { anySnapshot } from '../support/arbitrary-snapshot.ts';
import { diagnosisOf, healthyEngine, healthyHost, healthySnapshot, offender } from '../support/healthy.ts';
import { advisoryWith, factsWith } from '../support/risk.ts';
import { parse } from './markup.ts';
import { about, engineSaying } from './pages.ts';

/** Everything that the page is built of. */
const known = new Set(
  `html head meta title link style body header main nav footer section h1 h2 h3 p a b bdi span strong time code
  ul ol li dl dt dd div details summary table caption thead tbody tr th td svg rect`.split(/\s+/),
);

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style></main><script>',
    '<!--',
    '&lt;script&gt;',
    '`<b>`',
    '\u202egnp.exe',
    '\u0000\u001b[31m\ud800',
    'javascript:alert(1)',
  ),
);

/** Reads the page, which has to be whole and of nothing but what it is built of. */
function checked(html: string): string {
  const { elements, text } = parse(html);
  expect(elements.filter(({ name }) => !known.has(name))).toEqual([]);
  const attributes = elements.flatMap((element) => [...element.attributes.keys()]);
  expect(attributes.filter((name) => name.startsWith('on') || name === 'style' || name === 'src')).toEqual([]);
  const links = elements.filter(({ name }) => name === 'a').flatMap(({ attributes: all }) => all.get('href') ?? []);
  expect(links.filter((address) => !/^(?:https?:\/\/|\/|#|\?)/.test(address))).toEqual([]);
  return text;
}

/** As it is shown: on one line, and without what cannot be printed. */
const shown = (text: string): string =>
  text
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();

describe('whatever somebody calls something, it stays a name', () => {
  it('containers, processes and places', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (name, process, place, container) => {
        const worst = offenderKinds.map((kind) => offender(kind, { name, process, container, places: [place] }));
        const text = checked(pageOf({ snapshot: healthySnapshot, diagnosis: diagnosisOf(worst) }, about));
        for (const each of [name, process, place]) expect(text).toContain(shown(each));
      }),
    );
  });

  it('versions, settings and errors', () => {
    fc.assert(
      fc.property(hostile, (word) => {
        const info = { serverVersion: word, driver: word, cgroupDriver: word, dataRoot: word };
        const probe = { state: 'error', durationSeconds: 1, lastAnswer: undefined, detail: word } as const;
        const snapshot: Snapshot = {
          ...healthySnapshot,
          host: {
            ...healthyHost,
            kernel: ok({ release: word, version: word }),
            distribution: ok(word),
            aufs: ok(word),
            mounts: denied(word),
          },
          engine: { ...engineSaying(info), probes: { ...healthyEngine.probes, ping: probe } },
          visibility: { ...healthySnapshot.visibility, daemon_fds: { visible: false, reason: word } },
          stuck: [{ path: word, since: 1 }],
        };
        const text = checked(pageOf({ snapshot, diagnosis: diagnose(snapshot, noMemory) }, about));
        expect(text).toContain(shown(word));
      }),
    );
  });

  it('advisories of somebody else', () => {
    fc.assert(
      fc.property(hostile, (word) => {
        const advisory = advisoryWith({ id: word, title: word, remedy: word, symptom: word, references: [word] });
        const risk = {
          facts: factsWith(),
          verdicts: [{ advisory, verdict: 'exposed' as const, why: word }],
          endOfLife: new Map(),
        };
        checked(pageOf({ snapshot: healthySnapshot, diagnosis: diagnosisOf([], { risk }) }, about));
      }),
    );
  });

  it('the host, the version and the path of the metrics', () => {
    fc.assert(
      fc.property(hostile, (word) => {
        const strange = { ...about, host: word, version: word, telemetryPath: word, runbooks: new Set([word]) };
        const look = { snapshot: healthySnapshot, diagnosis: diagnosisOf([]) };
        expect(checked(pageOf(look, strange))).toContain(shown(word));
        expect(checked(pageWithout(word, strange, 1))).toContain(shown(word));
      }),
    );
  });
});

it('any look at all makes a page', () => {
  fc.assert(
    fc.property(anySnapshot, (snapshot) => {
      expect(checked(pageOf({ snapshot, diagnosis: diagnose(snapshot) }, about))).not.toMatch(
        /undefined|NaN|\[object|Infinity/,
      );
    }),
  );
});
