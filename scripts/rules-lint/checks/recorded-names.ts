import type { Expr } from '../promql/ast.ts';
import { parseDuration } from '../promql/literals.ts';
import type { Labels } from '../registry/series.ts';
import type { Check, RuleContext } from './check.ts';

const pattern = /^([a-z][a-z0-9_]*):([a-z][a-z0-9_]*):(ratio|bool|sum|count|(?:min|max|avg)(?:\d+[smhd])?)$/;

/** A recorded name is level:metric:operation: the labels that are left, what it is of, what was done last. */
export const recordedNames: Check = {
  name: 'recorded-name',
  rule: (context) => {
    if (context.rule.kind === 'alert') return [];
    const wrong = wrongWith(context);
    return wrong === undefined ? [] : [{ line: context.rule.line, ...wrong }];
  },
};

function wrongWith({ rule, expr, labels }: RuleContext) {
  const [, level, , operation] = pattern.exec(rule.name) ?? [];
  if (level === undefined || operation === undefined) {
    return {
      wrong: `the name ${rule.name}`,
      expected: 'level:metric:operation, such as instance:dockerhost_threads:ratio',
    };
  }
  const expected = levelOf(labels);
  if (level !== expected)
    return { wrong: `the level ${level} of ${rule.name}`, expected: `${expected}, the labels left` };
  if (isDone(operation, expr)) return undefined;
  return { wrong: `the operation ${operation} of ${rule.name}`, expected: 'what the expression does last' };
}

/** An instance is of one job and one cluster, which are not named beside it. */
function levelOf(labels: Labels): string {
  const place = labels.has('instance') ? 'instance' : labels.has('cluster') ? 'cluster' : 'global';
  const others = [...labels.keys()].filter((label) => !['instance', 'job', 'cluster'].includes(label));
  return [place, ...others.sort()].join('_');
}

/** `sum`, `count`, `min30m` and the like can be seen; a ratio and a bool have more than one shape. */
function isDone(operation: string, expr: Expr): boolean {
  const [, name = '', duration] = /^([a-z]+)(\d+[smhd])?$/.exec(operation) ?? [];
  if (name === 'ratio' || name === 'bool') return true;
  if (duration === undefined) return expr.kind === 'aggregate' && expr.operator === name;
  const [window] = expr.kind === 'call' && expr.name === `${name}_over_time` ? expr.args : [];
  return window?.kind === 'window' && window.seconds === parseDuration(duration);
}
