import type { Variable } from '../model/dashboard.ts';
import { readSource } from '../model/read-panels.ts';
import type { DashboardContext, Problem } from './check.ts';
import { isSourceVariable, sourceVariable } from './source-variable.ts';

/** What everybody expects of a variable that says where: its label, its data source, that many may be chosen. */
export function placeVariableProblems(name: string, { dashboard }: DashboardContext): readonly Problem[] {
  const variable = dashboard.variables.find((each) => each.name === name);
  if (variable === undefined) return [{ wrong: `no variable ${name}`, expected: 'one, by a query of Prometheus' }];
  const problems = traits(name, variable).filter(({ isRight }) => !isRight);
  return problems.map(({ wrong, expected }) => ({ wrong: `variable ${name}: ${wrong}`, expected }));
}

const traits = (name: string, { type, label, json }: Variable) => [
  { isRight: type === 'query', wrong: `type ${type}`, expected: 'query' },
  {
    isRight: label.toLowerCase() === name && label.slice(1) === name.slice(1),
    wrong: `label ${JSON.stringify(label)}`,
    expected: name,
  },
  {
    isRight: isSourceVariable(readSource(json['datasource'])),
    wrong: `data source ${JSON.stringify(readSource(json['datasource']).uid)}`,
    expected: sourceVariable,
  },
  { isRight: json['multi'] === true, wrong: 'one value only', expected: 'multi: true' },
  {
    isRight: json['allValue'] === '.+',
    wrong: `allValue ${JSON.stringify(json['allValue'] ?? null)}`,
    expected: '".+"',
  },
];
