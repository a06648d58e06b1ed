import type { Advisory, Catalogue, LifeTable } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import type { AdvisoryVerdict, RiskAssessment } from '../model/risk.ts';
import { type Context, judgeCondition } from './conditions.ts';
import { endDates } from './end-of-life.ts';
import { anyOf, atMostPossible, type Outcome, outcome } from './outcome.ts';

/** Judges a host by one advisory. Never throws, whatever the facts are. */
export function judgeAdvisory(advisory: Advisory, facts: HostFacts, endOfLife: readonly LifeTable[]): AdvisoryVerdict {
  const context = { facts, endOfLife };
  const contradiction = inputContradiction(advisory, context);
  if (contradiction !== undefined) return { advisory, verdict: 'unknown', why: contradiction, isContradiction: true };
  const { verdict, why } = judge(advisory, context);
  return { advisory, verdict, why: why.join('; ') };
}

/** Judges a host by everything that is known. */
export const assessRisk = (catalogue: Catalogue, facts: HostFacts): RiskAssessment => ({
  facts,
  verdicts: catalogue.advisories.map((advisory) => judgeAdvisory(advisory, facts, catalogue.endOfLife)),
  endOfLife: endDates(catalogue.endOfLife, facts),
});

function judge(advisory: Advisory, context: Context): Outcome {
  const risk = riskOf(advisory, context);
  return risk.verdict === 'clear' || advisory.unless === undefined
    ? risk
    : protectedBy(risk, judgeCondition(advisory.unless, { ...context, isProtection: true }));
}

/** Facts that cannot all be true: nothing can be told from them. */
function inputContradiction({ contradictions = [] }: Advisory, context: Context): string | undefined {
  const found = contradictions.find(({ when }) => judgeCondition(when, context).verdict === 'exposed');
  return found && `inconsistent input: ${found.because}`;
}

function riskOf({ exposed, possible }: Advisory, context: Context): Outcome {
  const sure = judgeCondition(exposed, context);
  if (sure.verdict === 'exposed' || possible === undefined) return sure;
  const maybe = atMostPossible(judgeCondition(possible, context));
  // where both rule it out, the one is enough of a reason
  return sure.verdict === 'clear' && maybe.verdict === 'clear' ? sure : anyOf([sure, maybe]);
}

/** What protects a host for sure makes it clear; what is not known of it protects nobody, and is said. */
function protectedBy(risk: Outcome, protection: Outcome): Outcome {
  switch (protection.verdict) {
    case 'exposed':
      return outcome('clear', ...prefixed('protected', protection));
    case 'possible': {
      const { verdict, why } = atMostPossible(risk);
      return outcome(verdict, ...why, ...prefixed('possibly protected', protection));
    }
    case 'unknown':
      if (risk.verdict === 'unknown') return risk;
      return outcome(risk.verdict, ...risk.why, ...prefixed('assuming that nothing protects this host', protection));
    case 'clear':
      return risk;
  }
}

const prefixed = (prefix: string, { why }: Outcome): readonly string[] => [`${prefix}: ${why.join(', ')}`];
