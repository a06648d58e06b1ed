import { type ExprMutant, mutantsOf } from './promql-mutants.ts';
import { type Rule, rules, seconds, type TestFile, type TestGroup, testFiles } from './rule-files.ts';

/** A rule with one change, beside the rule as it is. */
export interface Mutant {
  readonly title: string;
  readonly rule: Rule;
  readonly mutated: Rule;
}

/** How a rule is called in titles: the severity or the signal tells rules of one name apart. */
export const titleOf = ({ alert, record, labels }: Rule): string =>
  [alert ?? record, labels?.['severity'] ?? labels?.['signal']].filter((part) => part !== undefined).join('/');

/** Every mutant of a rule: of its expression, of `for` and of `keep_firing_for`. */
export function mutantsOfRule(rule: Rule): readonly Mutant[] {
  const named = (what: string, mutated: Rule): Mutant => ({ title: `${titleOf(rule)}: ${what}`, rule, mutated });
  const ofExpr = mutantsOf(rule.expr).map(({ what, expr }: ExprMutant) => named(what, { ...rule, expr }));
  const ofTimes = (['for', 'keep_firing_for'] as const).flatMap((field) => {
    const time = rule[field];
    if (time === undefined) return [];
    return [2, 0.5].map((factor) =>
      named(`${field}: ${time} times ${factor}`, { ...rule, [field]: `${factor * seconds(time)}s` }),
    );
  });
  return [...ofExpr, ...ofTimes].map((mutant, index, all) => {
    const before = all.slice(0, index).filter(({ title }) => title === mutant.title).length;
    return before === 0 ? mutant : { ...mutant, title: `${mutant.title} (${before + 1})` };
  });
}

/** A rule, its namesakes and the recording rules they stand on, also in queries of templates. */
function withWhatItNeeds(rule: Rule): readonly Rule[] {
  const needed = new Set(rules.filter(({ alert, record }) => alert === rule.alert && record === rule.record));
  // A set is iterated over what is added on the way, too.
  for (const each of needed) {
    const text = JSON.stringify(each);
    for (const other of rules) if (other.record !== undefined && text.includes(other.record)) needed.add(other);
  }
  return rules.filter((each) => needed.has(each));
}

/** The rules file of a mutant: no more than its tests need, so that hundreds of them can be run. */
export function rulesFileOf({ rule, mutated }: Pick<Mutant, 'rule' | 'mutated'>): unknown {
  const needed = withWhatItNeeds(rule).map((each) => (each === rule ? mutated : each));
  return {
    groups: [
      { name: 'recording', rules: needed.filter(({ record }) => record !== undefined) },
      { name: 'alerts', rules: needed.filter(({ alert }) => alert !== undefined) },
    ].filter((group) => group.rules.length > 0),
  };
}

/** The test files of a mutant: what the tests say of this alert, or of this recorded series. One for each pace of evaluation. */
export function testFilesOf({ rule }: Pick<Mutant, 'rule'>, rulesFile: string): readonly unknown[] {
  return testFiles.flatMap(({ evaluation_interval, tests }: TestFile) => {
    const relevant = tests.map((group) => relevantTo(rule, group)).filter((group) => group !== undefined);
    if (relevant.length === 0) return [];
    return [
      { rule_files: [rulesFile], evaluation_interval, group_eval_order: ['recording', 'alerts'], tests: relevant },
    ];
  });
}

function relevantTo(rule: Rule, group: TestGroup): TestGroup | undefined {
  const { name, interval, input_series, alert_rule_test = [], promql_expr_test = [] } = group;
  const alerts = alert_rule_test.filter(({ alertname }) => alertname === rule.alert);
  const exprs = promql_expr_test.filter(({ expr }) => expr === rule.record);
  if (alerts.length === 0 && exprs.length === 0) return undefined;
  return { name, interval, input_series, alert_rule_test: alerts, promql_expr_test: exprs };
}
