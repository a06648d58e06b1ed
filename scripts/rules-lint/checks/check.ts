import type { Expr } from '../promql/ast.ts';
import type { Labels, Registry } from '../registry/series.ts';
import type { Rule, RuleSet } from '../rules/model.ts';
import type { Template } from '../templates/template.ts';

/** What is wrong at a place, and what was expected there. */
export interface Problem {
  readonly line: number;
  readonly wrong: string;
  readonly expected: string;
}

/** An expression of a rule or of a query in one of its templates. */
export interface ExprContext {
  readonly expr: Expr;
  /** What is known before the rule is evaluated. */
  readonly registry: Registry;
  readonly rule: Rule;
  /** Of a template: it only has to be right, not to raise an alert. */
  readonly isQuery: boolean;
  lineAt(from: number): number;
}

export interface TemplateInRule {
  /** The name of the label or annotation. */
  readonly name: string;
  readonly template: Template;
  lineAt(from: number): number;
}

/** A rule that is PromQL. */
export interface RuleContext {
  readonly rule: Rule;
  readonly expr: Expr;
  readonly registry: Registry;
  /** The labels that its result has. */
  readonly labels: Labels;
  readonly annotations: readonly TemplateInRule[];
}

/** All rules, and what there is in the repository. */
export interface SetContext {
  readonly rules: RuleSet;
  /** Names of the files in docs/runbooks. */
  readonly runbooks: readonly string[];
}

/** One check: its name in findings, and where it looks. */
export type Check =
  | { readonly name: string; readonly expr: (context: ExprContext) => readonly Problem[] }
  | { readonly name: string; readonly rule: (context: RuleContext) => readonly Problem[] }
  | { readonly name: string; readonly set: (context: SetContext) => readonly FileProblem[] };

/** A problem of a file or a group and not of the rule that is looked at. */
export interface FileProblem extends Problem {
  readonly file: string;
  readonly rule: string;
}
