import { comparisons } from '../promql/ast.ts';
import { walk } from '../promql/walk.ts';
import type { Check } from './check.ts';
import { isHeartbeat } from './heartbeat.ts';

/** An alert compares, or asks for what is not there; without either it fires for every series there is. */
export const conditions: Check = {
  name: 'condition',
  rule: ({ rule, expr }) => {
    const isCondition = [...walk(expr)].some(
      ({ node }) =>
        (node.kind === 'call' && node.name.startsWith('absent')) ||
        (node.kind === 'binary' && (node.operator === 'unless' || (comparisons.has(node.operator) && !node.bool))),
    );
    if (rule.kind === 'record' || isCondition || isHeartbeat(expr)) return [];
    return [
      { line: rule.text.lineAt(0), wrong: 'no condition', expected: 'a comparison without bool, absent or unless' },
    ];
  },
};
