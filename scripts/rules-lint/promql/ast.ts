/** An expression of PromQL. `from` is where it begins in the text. Parentheses are gone: the tree says it. */
export type Expr = NumberLiteral | TextLiteral | Selector | Window | Shifted | Unary | Call | Aggregate | Binary;

interface Node {
  readonly from: number;
}

/** A number; a duration is its seconds. */
export interface NumberLiteral extends Node {
  readonly kind: 'number';
  readonly value: number;
}

export interface TextLiteral extends Node {
  readonly kind: 'text';
  readonly value: string;
}

export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** `label="value"` between the braces of a selector. */
export interface Matcher extends Node {
  readonly label: string;
  readonly operator: MatchOperator;
  readonly value: string;
}

/** `metric{label="value"}`. The metric is empty where only the braces are there. */
export interface Selector extends Node {
  readonly kind: 'selector';
  readonly metric: string;
  readonly matchers: readonly Matcher[];
}

/** `x[5m]` and `x[5m:1m]`. */
export interface Window extends Node {
  readonly kind: 'window';
  readonly of: Expr;
  readonly seconds: number;
}

/** `x offset 6h` and `x @ 1`. */
export interface Shifted extends Node {
  readonly kind: 'shifted';
  readonly of: Expr;
}

/** `-x`. */
export interface Unary extends Node {
  readonly kind: 'unary';
  readonly of: Expr;
}

export interface Call extends Node {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expr[];
}

/** `sum by (a) (x)`. Without a clause it is `by ()`. */
export interface Aggregate extends Node {
  readonly kind: 'aggregate';
  readonly operator: string;
  readonly clause: 'by' | 'without';
  readonly labels: readonly string[];
  readonly args: readonly Expr[];
}

/** `on (a) group_left (b)`. */
export interface Matching {
  readonly clause: 'on' | 'ignoring';
  readonly labels: readonly string[];
  readonly many?: 'left' | 'right';
  readonly included: readonly string[];
}

export interface Operator extends Node {
  readonly operator: string;
  readonly bool: boolean;
  readonly matching?: Matching;
}

export interface Binary extends Operator {
  readonly kind: 'binary';
  readonly left: Expr;
  readonly right: Expr;
}

/** `==`, `>` and so on: they leave out what is not so, or say 0 and 1 with `bool`. */
export const comparisons: ReadonlySet<string> = new Set(['==', '!=', '>', '<', '>=', '<=']);

/** They take series as they are, and make no new values. */
export const setOperators: ReadonlySet<string> = new Set(['and', 'or', 'unless']);
