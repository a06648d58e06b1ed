import { judgeAdvisory } from '../advisories/evaluate.ts';
import { factsOf } from '../advisories/given-facts.ts';
import type { AdvisoryFile, LifeTable } from '../model/advisory.ts';
import type { Finding } from './problem.ts';

/**
 * The vectors whose verdict is not the one that the conditions give. Today is the day on which the advisory
 * was checked, unless a vector has a date: a file that was right stays right.
 */
export function wrongVectors(advisory: AdvisoryFile, endOfLife: readonly LifeTable[]): readonly Finding[] {
  return advisory.vectors.flatMap(({ facts, verdict }, index) => {
    const judged = judgeAdvisory(advisory, factsOf(facts, advisory.checked), endOfLife);
    if (judged.verdict === verdict) return [];
    const text = `expected verdict ${verdict}, the conditions give ${judged.verdict}: ${judged.why}`;
    return [{ path: ['vectors', index, 'verdict'], text }];
  });
}
