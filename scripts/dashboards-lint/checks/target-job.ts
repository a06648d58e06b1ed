import type { Check } from './check.ts';
import { placeProblems } from './place-matchers.ts';

/** Every selector asks for the chosen jobs. */
export const targetJob: Check = {
  name: 'target-job-rule',
  query: (context) => placeProblems('job', context),
};
