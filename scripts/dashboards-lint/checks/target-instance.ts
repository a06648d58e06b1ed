import type { Check } from './check.ts';
import { placeProblems } from './place-matchers.ts';

/** Every selector asks for the chosen instance, or the instances where many may be chosen. */
export const targetInstance: Check = {
  name: 'target-instance-rule',
  query: (context) => placeProblems('instance', context),
};
