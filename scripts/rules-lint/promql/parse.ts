import { parser } from '@prometheus-io/lezer-promql';
import type { Expr } from './ast.ts';
import { exprOf } from './convert.ts';
import { Unreadable } from './unreadable.ts';

export type ParsedExpr = { readonly expr: Expr } | { readonly problem: string; readonly from: number };

/** Deeper than any expression that a person writes, and not so deep that the stack ends. */
const deepest = 200;

/** The parser goes down by recursion: a text as long as this cannot exhaust the stack, and no rule is as long. */
const longest = 4000;

/** The tree of an expression, or what is wrong with it and where. Never throws, whatever the text. */
export function parseExpr(text: string): ParsedExpr {
  if (text.length > longest) return { problem: `longer than ${longest} characters`, from: 0 };
  const tree = parser.parse(text);
  let depth = 0;
  let broken: number | undefined;
  let isTooDeep = false;
  tree.iterate({
    enter: ({ type, from }) => {
      depth += 1;
      if (depth > deepest) isTooDeep = true;
      if (type.isError) broken ??= from;
    },
    leave: () => {
      depth -= 1;
    },
  });
  if (isTooDeep) return { problem: `nested deeper than ${deepest}`, from: 0 };
  if (broken !== undefined) return { problem: `not PromQL at ${near(text, broken)}`, from: broken };
  try {
    return { expr: exprOf(tree.topNode, text) };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message, from: error.from };
    throw error;
  }
}

const near = (text: string, from: number): string => {
  const rest = text.slice(from, from + 40).trim();
  return rest === '' ? 'its end' : JSON.stringify(rest);
};
