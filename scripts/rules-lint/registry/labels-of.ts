import { type Aggregate, type Binary, type Call, type Expr, type Selector, setOperators } from '../promql/ast.ts';
import { find } from '../promql/walk.ts';
import { matchedValues } from './matched-values.ts';
import type { Labels, Registry } from './series.ts';

/** The labels that the result of an expression has; undefined for a number or a text, which has none at all. */
export function labelsOf(expr: Expr, registry: Registry): Labels | undefined {
  switch (expr.kind) {
    case 'number':
    case 'text':
      return undefined;
    case 'selector':
      return selectorLabels(expr, registry);
    case 'window':
    case 'shifted':
    case 'unary':
      return labelsOf(expr.of, registry);
    case 'call':
      return callLabels(expr, registry);
    case 'aggregate':
      return aggregateLabels(expr, registry);
    case 'binary':
      return binaryLabels(expr, registry);
  }
}

/** Whether every metric of an expression is known. Where one is not, nothing can be said of its labels. */
export const isKnown = (expr: Expr, registry: Registry): boolean =>
  find(expr, 'selector').every(({ node }) => registry.has(node.metric));

/** The labels of an expression whose metrics are all known. */
export const knownLabelsOf = (expr: Expr, registry: Registry): Labels | undefined =>
  isKnown(expr, registry) ? labelsOf(expr, registry) : undefined;

export const without = (labels: Labels, names: readonly string[]): Labels =>
  new Map([...labels].filter(([name]) => !names.includes(name)));

export const only = (labels: Labels, names: readonly string[]): Labels =>
  new Map([...labels].filter(([name]) => names.includes(name)));

function selectorLabels({ metric, matchers }: Selector, registry: Registry): Labels {
  const labels = new Map(registry.get(metric)?.labels);
  for (const matcher of matchers) {
    const values = labels.get(matcher.label);
    if (values !== undefined) labels.set(matcher.label, matchedValues(values, matcher));
  }
  return labels;
}

const scalars = new Set(['time', 'scalar', 'pi', 'start', 'end', 'step', 'range']);

function callLabels({ name, args }: Call, registry: Registry): Labels | undefined {
  if (scalars.has(name)) return undefined;
  if (name === 'vector') return new Map();
  const [series = new Map()] = args.flatMap((argument) => labelsOf(argument, registry) ?? []);
  if (name.startsWith('absent')) return absentLabels(args[0]);
  if (name === 'histogram_quantile') return without(series, ['le']);
  const made = args[1];
  const isMade = (name === 'label_replace' || name === 'label_join') && made?.kind === 'text';
  return isMade ? new Map([...series, [made.value, 'free']]) : series;
}

/** `absent` says only what its selector demands by `=`. */
function absentLabels(expr: Expr | undefined): Labels {
  const inner = expr?.kind === 'window' || expr?.kind === 'shifted' ? expr.of : expr;
  const matchers = inner?.kind === 'selector' ? inner.matchers : [];
  return new Map(matchers.flatMap(({ label, operator, value }) => (operator === '=' ? [[label, [value]]] : [])));
}

const keepsSeries = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

function aggregateLabels({ operator, clause, labels, args }: Aggregate, registry: Registry): Labels {
  const inner = labelsOf(args.at(-1) ?? { kind: 'number', from: 0, value: 0 }, registry) ?? new Map();
  if (keepsSeries.has(operator)) return inner;
  const kept = clause === 'by' ? only(inner, labels) : without(inner, labels);
  const [counted] = args;
  return operator === 'count_values' && counted?.kind === 'text' ? new Map([...kept, [counted.value, 'free']]) : kept;
}

function binaryLabels({ operator, matching, left, right }: Binary, registry: Registry): Labels | undefined {
  const [one, other] = [labelsOf(left, registry), labelsOf(right, registry)];
  if (one === undefined || other === undefined) return one ?? other;
  if (operator === 'or') return only(one, [...other.keys()]);
  if (setOperators.has(operator) || matching === undefined) return one;
  const [many, few] = matching.many === 'right' ? [other, one] : [one, other];
  if (matching.many !== undefined) return new Map([...many, ...only(few, matching.included)]);
  return matching.clause === 'on' ? only(one, matching.labels) : without(one, matching.labels);
}
