import { findingText, type LintInput, lint } from '../../scripts/rules-lint/lint.ts';
import { exporterRegistry } from '../../scripts/rules-lint/registry/registry.ts';

type RuleObject = Readonly<Record<string, unknown>>;

/** Rules of which each stands on a line of its own, the first on line 5. */
export type Rules = readonly RuleObject[];

/** A bad group of rules with its one finding, and a good one that is nearly the same. */
export interface Row {
  readonly check: string;
  readonly title: string;
  readonly bad: Rules;
  /** `line: rule: wrong; expected what`. */
  readonly finding: string;
  readonly good: Rules;
}

const registry = exporterRegistry();

/** An alert without fault but for its expression and what is given. */
export const alert = (expr: string, given: RuleObject = {}): RuleObject => ({
  alert: 'A',
  expr,
  for: '2m',
  ...given,
  labels: { severity: 'warning', component: 'docker-host', ...(given['labels'] as object | undefined) },
  annotations: {
    summary: 'Something is wrong.',
    runbook_url: 'docs/runbooks/A.md',
    description: 'On {{ $labels.instance }} something is wrong.',
    ...(given['annotations'] as object | undefined),
  },
});

/** An alert with another description. */
export const described = (expr: string, description: string): RuleObject =>
  alert(expr, { annotations: { description } });

export const record = (name: string, expr: string, labels: RuleObject = {}): RuleObject => ({
  record: name,
  expr,
  labels,
});

/** A group of rules as the text of a file. */
export const groupText = (rules: Rules, name = 'g', interval = '1m'): string =>
  `groups:\n- name: ${name}\n  interval: ${interval}\n  rules:\n${rules.map((rule) => `  - ${JSON.stringify(rule)}\n`).join('')}`;

/** What the linter finds, as `check: line: rule: wrong; expected what`, without the name of the file. */
export function findingsIn(text: string, given: Partial<LintInput> = {}): readonly string[] {
  const files = [{ path: 'r.yml', text }];
  const findings = lint({ files, registry, runbooks: text.includes('"alert":"A"') ? ['A.md'] : [], ...given });
  return findings.map((finding) =>
    findingText(finding).replace(/^(\S+):(\d+): (\S+): /, (_, file, line, check) =>
      file === 'r.yml' ? `${check}: ${line}: ` : `${check}: ${file}:${line}: `,
    ),
  );
}
