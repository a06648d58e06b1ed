import { textsIn } from '../model/json.ts';
import { variablesIn } from '../queries/variables-in.ts';
import type { Check } from './check.ts';
import { variablesOf } from './variables-of.ts';

/** Every variable is used: by another one, a query, a link, a text, or to repeat a panel. */
export const variablesUsed: Check = {
  name: 'variable-unused',
  dashboard: ({ dashboard: { json, variables } }) => {
    const repeated = textsIn(json).flatMap(({ keys, text }) => (keys.at(-1) === 'repeat' ? [text] : []));
    const asked = variables.map((variable) => new Set(textsIn(variable.json).flatMap(({ text }) => variablesIn(text))));
    const elsewhere = new Set([...repeated, ...variablesOf({ ...json, templating: undefined })]);
    return variables
      .filter(({ name }, index) => !elsewhere.has(name) && !asked.some((names, at) => at !== index && names.has(name)))
      .map(({ name }) => ({ wrong: `variable ${name}, which nothing uses`, expected: 'a use of it, or no variable' }));
  },
};
