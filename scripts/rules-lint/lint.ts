import type { Check, ExprContext, FileProblem, Problem, RuleContext, TemplateInRule } from './checks/check.ts';
import { checks } from './checks/index.ts';
import { isKnown } from './registry/labels-of.ts';
import { ruleLabels, withRecorded } from './registry/recorded.ts';
import type { Registry } from './registry/series.ts';
import type { Rule, RuleFile } from './rules/model.ts';
import { readRules } from './rules/read.ts';
import { readTemplate } from './templates/template.ts';

/** Something in a file of rules that is not as it should be. */
export interface Finding extends FileProblem {
  readonly check: string;
}

export interface LintInput {
  /** In the order in which recorded series may use each other. */
  readonly files: readonly RuleFile[];
  /** The metrics that are there without these rules. */
  readonly registry: Registry;
  /** Names of the files in docs/runbooks. */
  readonly runbooks: readonly string[];
}

/** Everything that is wrong with some files of rules. Never throws, whatever their text. */
export function lint({ files, registry: scraped, runbooks }: LintInput): readonly Finding[] {
  const rules = readRules(files);
  const findings: Finding[] = rules.unreadable.map(({ file, line, problem }) => ({
    check: 'yaml',
    file,
    line,
    rule: '',
    wrong: problem,
    expected: 'YAML',
  }));
  let registry = scraped;
  for (const rule of rules.rules) {
    findings.push(...ruleFindings(rule, registry));
    registry = withRecorded(registry, rule);
  }
  for (const check of checks) {
    if ('set' in check)
      findings.push(...check.set({ rules, runbooks }).map((each) => ({ check: check.name, ...each })));
  }
  return findings;
}

/** One finding as a line: where, which check and rule, what is wrong, what was expected. */
export const findingText = ({ file, line, check, rule, wrong, expected }: Finding): string =>
  `${file}:${line}: ${check}: ${rule}: ${wrong}; expected ${expected}`;

function ruleFindings(rule: Rule, registry: Registry): readonly Finding[] {
  const found = (check: string) => (problem: Problem) => ({
    check,
    file: rule.group.file,
    rule: rule.name,
    ...problem,
  });
  if (rule.expr === undefined) {
    const { problem = 'no expression', from = 0 } = rule.broken ?? {};
    return [{ line: rule.text.lineAt(from), wrong: problem, expected: 'an expression of PromQL' }].map(found('promql'));
  }
  const annotations = templatesOf(rule);
  const context = { rule, expr: rule.expr, registry, labels: ruleLabels(rule, registry), annotations };
  return checks.flatMap((check) => problemsOf(check, context).map(found(check.name)));
}

function problemsOf(check: Check, context: RuleContext): readonly Problem[] {
  if ('rule' in check) return isKnown(context.expr, context.registry) ? check.rule(context) : [];
  return 'expr' in check ? exprContexts(context).flatMap((each) => check.expr(each)) : [];
}

const templatesOf = ({ annotations }: Rule): readonly TemplateInRule[] =>
  [...annotations].map(([name, { value, lineAt }]) => ({ name, template: readTemplate(value), lineAt }));

/** The expression of the rule, and those of the queries in its annotations. */
function exprContexts({ rule, expr, registry, annotations }: RuleContext): readonly ExprContext[] {
  const queries = annotations.flatMap(({ template, lineAt }) =>
    template.queries.flatMap(({ from, parsed }) =>
      'expr' in parsed ? [{ rule, registry, expr: parsed.expr, isQuery: true, lineAt: () => lineAt(from) }] : [],
    ),
  );
  return [{ rule, registry, expr, isQuery: false, lineAt: rule.text.lineAt }, ...queries];
}
