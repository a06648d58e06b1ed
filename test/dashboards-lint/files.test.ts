import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lint } from '../../scripts/dashboards-lint/lint.ts';
import { board, findingsIn } from './boards.ts';

const lintTexts = (...texts: readonly string[]) =>
  lint({
    files: texts.map((text, index) => ({ path: `${index}.json`, text })),
    rules: [],
    registry: new Map(),
    runbooks: [],
    reasons: { path: 'reasons.yml', text: '' },
  });

it('finds two dashboards of one uid', () => {
  expect(findingsIn([board(), board()])).toEqual([
    'uid: uid dockerhost-b of another dashboard; expected one of its own',
    'c.json: uid: uid "dockerhost-b"; expected dockerhost-c',
    'c.json: uid: uid dockerhost-b of another dashboard; expected one of its own',
  ]);
  expect(findingsIn([board(), board({ uid: 'dockerhost-c' })])).toEqual([]);
});

it('finds what is no JSON', () => {
  expect(lintTexts('{')).toEqual([expect.objectContaining({ check: 'json', path: '0.json' })]);
});

const keys = fc.constantFrom(
  ...['panels', 'templating', 'list', 'targets', 'expr', 'type', 'gridPos', 'fieldConfig', 'defaults', 'overrides'],
  ...[
    'links',
    'url',
    'annotations',
    'thresholds',
    'steps',
    'name',
    'query',
    'datasource',
    'uid',
    'matcher',
    'properties',
  ],
);
const texts = fc.constantFrom('', 'row', 'query', '$', '${', '/d/x?', 'label_values(', 'sum(', 'up{a="$b"}', 'x\ny');
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    fc.oneof(texts, fc.anything()),
    fc.dictionary(keys, tie('tree')),
    fc.array(tie('tree'), { maxLength: 3 }),
  ),
}));

it('never throws, whatever the JSON', () => {
  fc.assert(
    fc.property(tree, tree, (one, other) => {
      const files = [one, other].map((each) => JSON.stringify(each) ?? '');
      expect(() => lintTexts(...files)).not.toThrow();
    }),
  );
});

/** A value with another one at some place in it. */
const withOther = (value: unknown, way: readonly number[], other: unknown): unknown => {
  const [step, ...rest] = way;
  if (step === undefined || typeof value !== 'object' || value === null) return other;
  const entries = Object.entries(value);
  const at = step % Math.max(entries.length, 1);
  const changed = entries.map(
    ([key, each], index) => [key, index === at ? withOther(each, rest, other) : each] as const,
  );
  return Array.isArray(value) ? changed.map(([, each]) => each) : Object.fromEntries(changed);
};

it('never throws, whatever stands in a part of a dashboard', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 7 }), tree, (way, other) => {
      expect(() => lintTexts(JSON.stringify(withOther(board(), way, other)) ?? '')).not.toThrow();
    }),
  );
});

it('never throws, whatever the text of a query', () => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string()), fc.string(), (one, other) => {
      const text = JSON.stringify(board({ panels: [{ targets: [{ expr: one + other }] }], description: other }));
      expect(() => lintTexts(text)).not.toThrow();
    }),
  );
});
