import type { Catalogue } from '../model/advisory.ts';
import { conditionsOf } from './walk.ts';

/** Names of the sysctls that some advisory asks for, each once, in alphabetical order: the host has to read these. */
export const sysctlsOf = ({ advisories }: Catalogue): readonly string[] => {
  const conditions = advisories.flatMap(conditionsOf);
  return [
    ...new Set(conditions.flatMap(({ condition }) => ('sysctl' in condition ? [condition.sysctl.name] : []))),
  ].sort();
};
