import type { Expr } from '../promql/ast.ts';
import { find } from '../promql/walk.ts';

/** An alert that looks at no series: it always fires, and tells by its silence that alerts do not arrive. */
export const isHeartbeat = (expr: Expr): boolean => find(expr, 'selector').length === 0;
