import type { Rule } from '../rules/model.ts';
import { labelsOf } from './labels-of.ts';
import { type Labels, mergeValues, type Registry, type Series } from './series.ts';
import { isRatio, neverZero, spansWindow } from './traits.ts';

/** The registry with the series of one more recording rule; rules of one name record series of one family. */
export function withRecorded(registry: Registry, rule: Rule): Registry {
  if (rule.kind !== 'record' || rule.expr === undefined) return registry;
  const added: Series = {
    name: rule.name,
    type: 'recorded',
    labels: ruleLabels(rule, registry),
    spansWindow: spansWindow(rule.expr, registry),
    neverZero: neverZero(rule.expr, registry),
    isRatio: isRatio(rule.expr, registry) || rule.name.endsWith(':ratio'),
  };
  return new Map([...registry, [rule.name, merged(registry.get(rule.name), added)]]);
}

/** The labels that the result of a rule has: those of its expression and its own. */
export function ruleLabels({ expr, labels }: Rule, registry: Registry): Labels {
  const left = (expr && labelsOf(expr, registry)) ?? new Map();
  return new Map([...left, ...[...labels].map(([name, { value }]) => [name, [value]] as const)]);
}

function merged(before: Series | undefined, added: Series): Series {
  if (before?.type !== 'recorded') return added;
  const labels = new Map(before.labels);
  for (const [name, values] of added.labels) {
    const others = labels.get(name);
    labels.set(name, others === undefined ? values : mergeValues(others, values));
  }
  return {
    ...added,
    labels,
    spansWindow: before.spansWindow === true && added.spansWindow === true,
    neverZero: before.neverZero === true && added.neverZero === true,
  };
}
