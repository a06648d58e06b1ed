import { ownVariables } from '../queries/stand-ins.ts';
import type { Check } from './check.ts';
import { variablesOf } from './variables-of.ts';

/** Every variable that is used is defined here or is Grafana's own; another one stays as text where it stands. */
export const variablesDefined: Check = {
  name: 'variable-undefined',
  dashboard: ({ dashboard: { json, variables } }) => {
    const known = new Set([...ownVariables, ...variables.map(({ name }) => name)]);
    return [...variablesOf(json)]
      .filter((name) => !known.has(name) && !name.startsWith('DS_'))
      .map((name) => ({ wrong: `$${name}, which nobody defines`, expected: `one of ${names(variables)}` }));
  },
};

const names = (variables: readonly { readonly name: string }[]): string => variables.map(({ name }) => name).join(', ');
