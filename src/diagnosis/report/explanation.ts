import type { Verdict } from '../../model/advisory.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { AdvisoryVerdict } from '../../model/risk.ts';
import type { AlertName } from './alerts.ts';
import type { AlertFinding } from './finding.ts';
import { count, list, sentences } from './words.ts';

/** How advisories explain a finding, in sentences that follow those of the finding, each with a space in front. */
export interface Explanation {
  readonly meaning: string;
  readonly next: string;
}

/** So many are named. */
const mostNamed = 3;

/** The advisories with this verdict that would explain an alert on this host. */
export const explaining = ({ risk }: Diagnosis, alert: string, verdict: Verdict): readonly AdvisoryVerdict[] =>
  (risk?.verdicts ?? []).filter((each) => each.verdict === verdict && each.advisory.explains?.includes(alert));

/**
 * Which advisories would explain this alert on this host, and how many of them nobody can judge. Empty where
 * all of them are ruled out. `help` is what helps if one of them is the reason.
 */
export function explanationOf(diagnosis: Diagnosis, alert: AlertName, help?: string): Explanation {
  const exposed = explaining(diagnosis, alert, 'exposed');
  const possible = explaining(diagnosis, alert, 'possible');
  const unknown = explaining(diagnosis, alert, 'unknown');
  const then = help === undefined ? '' : `; then ${help}`;
  const meaning = [
    ...(exposed.length > 0 ? [`This host is exposed to ${named(exposed)}, which would explain it${then}.`] : []),
    ...(possible.length > 0
      ? [`This host is possibly exposed to ${named(possible)}, which would explain it${then}.`]
      : []),
    ...(exposed.length + possible.length === 0 && unknown.length > 0
      ? [`Whether ${named(unknown)} would explain it cannot be told: ${unknown[0]?.why}.`]
      : []),
  ];
  return { meaning: appended(meaning), next: appended(nextSteps([...exposed, ...possible], help !== undefined)) };
}

/** A finding with the advisories that would explain it, unless it has told of them itself. */
export function explained(finding: AlertFinding, diagnosis: Diagnosis): AlertFinding {
  if (finding.alert === 'DockerHostFreezing') return finding;
  const { meaning, next } = explanationOf(diagnosis, finding.alert);
  return { ...finding, meaning: finding.meaning + meaning, next: finding.next + next };
}

function nextSteps(verdicts: readonly AdvisoryVerdict[], isInFull: boolean): readonly string[] {
  if (verdicts.length === 0) return [];
  if (isInFull) return verdicts.map(({ advisory: { id, remedy } }) => `For ${id}: ${sentences(remedy)}`);
  const flags = verdicts.slice(0, mostNamed).map(({ advisory }) => `--advisory=${advisory.id}`);
  return [`\`docker-host-exporter advise ${flags.join(' ')}\` says what to do about that.`];
}

function named(verdicts: readonly AdvisoryVerdict[]): string {
  const ids = verdicts.slice(0, mostNamed).map(({ advisory }) => advisory.id);
  const more = verdicts.length - ids.length;
  return list(more > 0 ? [...ids, count(more, 'more', 'more')] : ids);
}

const appended = (texts: readonly string[]): string => texts.map((text) => ` ${text}`).join('');
