import type { Diagnosis } from '../../model/diagnosis.ts';
import type { AdvisoryVerdict } from '../../model/risk.ts';
import type { AlertName } from './alerts.ts';
import { list, sentences } from './words.ts';

/** How advisories explain a finding, in sentences that follow those of the finding, each with a space in front. */
export interface Explanation {
  readonly meaning: string;
  readonly next: string;
}

/**
 * Which advisories explain this alert on this host. Empty where none of them applies for all that is known, or
 * a fact is missing: what is not known explains nothing.
 */
export function explanationOf({ risk }: Diagnosis, alert: AlertName, help: string): Explanation {
  const explaining = (risk?.verdicts ?? []).filter(({ advisory }) => advisory.explains?.includes(alert));
  const exposed = idsOf(explaining, 'exposed');
  const possible = idsOf(explaining, 'possible');
  const remedies = explaining.filter(({ advisory }) => [...exposed, ...possible].includes(advisory.id));
  const meaning = [
    ...(exposed.length > 0 ? [`This host is exposed to ${list(exposed)}, which explains it: ${help}.`] : []),
    ...(possible.length > 0
      ? [`This host is possibly exposed to ${list(possible)}, which would explain it: then ${help}.`]
      : []),
  ];
  return {
    meaning: appended(meaning),
    next: appended(remedies.map(({ advisory: { id, remedy } }) => `For ${id}: ${sentences(remedy)}`)),
  };
}

const idsOf = (verdicts: readonly AdvisoryVerdict[], wanted: AdvisoryVerdict['verdict']): readonly string[] =>
  verdicts.flatMap(({ advisory, verdict }) => (verdict === wanted ? [advisory.id] : []));

const appended = (texts: readonly string[]): string => texts.map((text) => ` ${text}`).join('');
