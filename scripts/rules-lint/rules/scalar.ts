import { isScalar, type LineCounter, type Scalar as YamlScalar } from 'yaml';
import type { Scalar } from './model.ts';

/** A scalar of YAML as text. In a block that keeps its lines, and only there, each of them is known. */
export function scalarOf(node: unknown, lines: LineCounter): Scalar | undefined {
  if (!isScalar(node) || node.value === null || node.range == null) return undefined;
  const value = String(node.source ?? node.value);
  const line = Math.max(lines.linePos(node.range[0]).line, 1);
  return { value, lineAt: (offset) => line + linesInto(node, value.slice(0, offset)) };
}

function linesInto({ type }: YamlScalar, before: string): number {
  if (type === 'BLOCK_LITERAL') return 1 + before.split('\n').length - 1;
  return type === 'BLOCK_FOLDED' ? 1 : 0;
}
