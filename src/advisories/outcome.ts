import { type Verdict, verdicts } from '../model/advisory.ts';

/** What a condition comes to on a host: `exposed` means that it holds, `clear` that it does not. */
export interface Outcome {
  readonly verdict: Verdict;
  /** The facts that decided: clauses, to be joined by semicolons. */
  readonly why: readonly string[];
}

export const outcome = (verdict: Verdict, ...why: readonly string[]): Outcome => ({ verdict, why });

/** A condition that is answered by yes or no. */
export const holds = (does: boolean, why: string): Outcome => outcome(does ? 'exposed' : 'clear', why);

/** The evidence does not go further than possible. */
export const atMostPossible = ({ verdict, why }: Outcome, because?: string): Outcome =>
  verdict === 'exposed' ? outcome('possible', ...why, ...(because === undefined ? [] : [because])) : { verdict, why };

/** Clauses in their order, none of them twice: two conditions may go by the same fact. */
export const clauses = (outcomes: readonly Outcome[]): readonly string[] => [
  ...new Set(outcomes.flatMap(({ why }) => why)),
];

/** The order in which a part of a conjunction decides: one that is clear makes all of it clear. */
const weakestFirst: readonly Verdict[] = ['clear', 'unknown', 'possible', 'exposed'];

/**
 * All have to hold. Clear as soon as one is clear, whatever is not known of the others; else unknown if
 * one is unknown; else possible if one is only possible.
 */
export function allOf(outcomes: readonly Outcome[]): Outcome {
  const verdict = firstOf(weakestFirst, outcomes) ?? 'exposed';
  const deciding = outcomes.filter((each) => each.verdict === verdict);
  // One reason is enough to be clear; to be struck, every part has to say why.
  if (verdict === 'clear') return outcome(verdict, ...clauses(deciding.slice(0, 1)));
  return outcome(verdict, ...clauses(verdict === 'unknown' ? deciding : outcomes));
}

/** One is enough: the worst decides, and clear needs all of them to be clear. */
export function anyOf(outcomes: readonly Outcome[]): Outcome {
  const verdict = firstOf(verdicts, outcomes) ?? 'clear';
  return outcome(verdict, ...clauses(outcomes.filter((each) => each.verdict === verdict)));
}

const firstOf = (order: readonly Verdict[], outcomes: readonly Outcome[]): Verdict | undefined =>
  order.find((verdict) => outcomes.some((each) => each.verdict === verdict));
