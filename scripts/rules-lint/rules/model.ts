import type { Expr } from '../promql/ast.ts';

/** A file of rules: its path as findings name it, and what is in it. */
export interface RuleFile {
  readonly path: string;
  readonly text: string;
}

/** A value of the file and the line on which a part of it stands. */
export interface Scalar {
  readonly value: string;
  /** The line, from 1, of a place in `value`. */
  lineAt(offset: number): number;
}

/** A group of rules, which Prometheus evaluates one after the other. */
export interface Group {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  /** Seconds; undefined where the file does not say or says something else. */
  readonly interval: number | undefined;
}

export interface Rule {
  readonly group: Group;
  readonly line: number;
  readonly kind: 'alert' | 'record';
  readonly name: string;
  readonly text: Scalar;
  /** Undefined where `text` is not PromQL; `broken` says why. */
  readonly expr: Expr | undefined;
  readonly broken?: { readonly problem: string; readonly from: number };
  /** Seconds; 0 where it is not given. */
  readonly for: number;
  readonly labels: ReadonlyMap<string, Scalar>;
  readonly annotations: ReadonlyMap<string, Scalar>;
}

/** The rules of all files in their order, and what of the files could not be read. */
export interface RuleSet {
  readonly groups: readonly Group[];
  readonly rules: readonly Rule[];
  readonly unreadable: readonly { readonly file: string; readonly line: number; readonly problem: string }[];
}
