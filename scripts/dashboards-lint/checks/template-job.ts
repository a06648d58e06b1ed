import type { Check } from './check.ts';
import { placeVariableProblems } from './place-variables.ts';

/** There is a variable `job`, in the form that dashboards of others have it too, so that links carry it. */
export const templateJob: Check = {
  name: 'template-job-rule',
  dashboard: (context) => placeVariableProblems('job', context),
};
