import type { Check } from './check.ts';
import { placeVariableProblems } from './place-variables.ts';

/** There is a variable `instance`, in the form that dashboards of others have it too, so that links carry it. */
export const templateInstance: Check = {
  name: 'template-instance-rule',
  dashboard: (context) => placeVariableProblems('instance', context),
};
