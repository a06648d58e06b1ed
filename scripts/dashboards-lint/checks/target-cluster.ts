import type { Check } from './check.ts';
import { placeProblems } from './place-matchers.ts';

/** Every selector asks for the chosen clusters, as it does for jobs and instances. */
export const targetCluster: Check = {
  name: 'target-cluster',
  query: (context) => placeProblems('cluster', context),
};
