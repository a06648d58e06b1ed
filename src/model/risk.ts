import type { Advisory, LifeComponent, Verdict } from './advisory.ts';
import type { HostFacts } from './facts.ts';

/** What one advisory says about a host. */
export interface AdvisoryVerdict {
  readonly advisory: Advisory;
  readonly verdict: Verdict;
  /** The facts that decided, with the raw text of what could not be understood. */
  readonly why: string;
  /** The facts cannot all be true: the verdict is unknown, and `why` says which of them. */
  readonly isContradiction?: boolean;
}

/** What all advisories say about a host. */
export interface RiskAssessment {
  readonly facts: HostFacts;
  /** In the order of the catalogue. */
  readonly verdicts: readonly AdvisoryVerdict[];
  /** Unix time at which fixes end or ended; nothing for a component of which the date is not known. */
  readonly endOfLife: ReadonlyMap<LifeComponent, number>;
}
