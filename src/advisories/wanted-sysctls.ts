import type { Advisory, Catalogue, Condition } from '../model/advisory.ts';

/** Names of the sysctls that some advisory asks for, each once, in alphabetical order: the host has to read these. */
export const sysctlsOf = (catalogue: Catalogue): readonly string[] =>
  [...new Set(catalogue.advisories.flatMap(conditionsOf).flatMap(sysctlsIn))].sort();

/** Every condition that an advisory starts with. */
const conditionsOf = ({ exposed, possible, unless, contradictions }: Advisory): readonly Condition[] =>
  [exposed, possible, unless, ...(contradictions ?? []).map(({ when }) => when)].filter(
    (condition) => condition !== undefined,
  );

function sysctlsIn(condition: Condition): readonly string[] {
  if ('sysctl' in condition) return [condition.sysctl.name];
  return partsOf(condition).flatMap(sysctlsIn);
}

/** The conditions inside of one. */
function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  if (!('kernel' in condition)) return [];
  return condition.kernel.first_of.map(({ and }) => and).filter((and) => and !== undefined);
}
