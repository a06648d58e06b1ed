import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Offender, OffenderKind } from '../../model/offenders.ts';
import type { Finding, Severity } from '../../model/report.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { AlertName } from './alerts.ts';

/** A finding under a name that has a runbook. */
export interface AlertFinding extends Finding {
  readonly alert: AlertName;
}

/** One subject of a report: what is wrong with it. Pure; what could not be seen gives no finding. */
export type Judge = (snapshot: Snapshot, diagnosis: Diagnosis) => readonly AlertFinding[];

/** The offenders of these kinds, in the order of the kinds and of their rank. */
export const culpritsOf = ({ offenders }: Diagnosis, ...kinds: readonly OffenderKind[]): readonly Offender[] =>
  kinds.flatMap((kind) => offenders.worst.filter((offender) => offender.kind === kind));

/** Which of two limits a value has reached; undefined: neither. */
export function severityOf(
  value: number,
  limits: { readonly warning: number; readonly critical: number },
): Severity | undefined {
  if (value >= limits.critical) return 'critical';
  return value >= limits.warning ? 'warning' : undefined;
}
