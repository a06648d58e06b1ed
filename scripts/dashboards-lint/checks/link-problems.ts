import type { DashboardLink } from '../links/read.ts';
import type { Dashboard, Variable } from '../model/dashboard.ts';
import { variablesIn } from '../queries/variables-in.ts';
import type { DashboardContext, Problem } from './check.ts';
import { manyForOne } from './many-for-one.ts';

/** Parameters of Grafana that are no variables. */
const ofTime = /^(?:from|to|refresh|orgId|\$__url_time_range|\$\{__url_time_range\})(?:=|$)/;

/** What is wrong with one link. */
export function linkProblems(
  { uid, parameters }: DashboardLink,
  { dashboard, dashboards }: DashboardContext,
): readonly Problem[] {
  const target = dashboards.find((each) => each.uid === uid);
  if (target === undefined) {
    return [{ wrong: `a link to ${uid}`, expected: `one of ${dashboards.map((each) => each.uid).join(', ')}` }];
  }
  return parameters.flatMap((parameter) =>
    parameterProblems(parameter, dashboard, target).map(({ wrong, expected }) => ({
      wrong: `a link to ${uid}: ${wrong}`,
      expected,
    })),
  );
}

function parameterProblems(parameter: string, source: Dashboard, target: Dashboard): readonly Problem[] {
  if (ofTime.test(parameter)) return [];
  const [, panel] = /^viewPanel=(\d+)$/.exec(parameter) ?? [];
  if (panel !== undefined) return noPanel(Number(panel), target);
  const [, whole] = /^\$\{(\w+):queryparam\}$/.exec(parameter) ?? [];
  const carried = (name: string) => [...unknown(name, target), ...manyForOne(name, source, target)];
  if (whole === '__all_variables') return source.variables.flatMap(({ name }) => carried(name));
  if (whole !== undefined) return carried(whole);
  const [, name, value = ''] = /^var-(\w+)=(.*)$/s.exec(parameter) ?? [];
  if (name === undefined) {
    return [{ wrong: `the parameter ${parameter}`, expected: 'var-name=value, $' + '{name:queryparam} or a time' }];
  }
  return [...unknown(name, target), ...single(value, source.variables)];
}

const noPanel = (id: number, { panels }: Dashboard): readonly Problem[] =>
  panels.some((panel) => panel.id === id) ? [] : [{ wrong: `panel ${id}`, expected: 'a panel that is there' }];

const unknown = (name: string, { variables }: Dashboard): readonly Problem[] =>
  variables.some((variable) => variable.name === name)
    ? []
    : [{ wrong: `variable ${name}`, expected: `one of ${variables.map((each) => each.name).join(', ')}` }];

/** Several values in one parameter are `{a,b}`, which no dashboard understands. */
const single = (value: string, variables: readonly Variable[]): readonly Problem[] =>
  variables
    .filter(({ name, isMany }) => isMany && variablesIn(value).includes(name))
    .map(({ name }) => ({ wrong: `$${name} as one value`, expected: `$\{${name}:queryparam}` }));
