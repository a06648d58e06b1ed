import type { Diagnosis } from '../../model/diagnosis.ts';
import { type Finding, type Report, type Status, severities, type Unseen } from '../../model/report.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { alertNames } from './alerts.ts';
import { judgeContainers } from './containers.ts';
import { judgeDaemons } from './daemon.ts';
import { judgeEngine } from './engine.ts';
import { explained } from './explanation.ts';
import type { AlertFinding, Judge } from './finding.ts';
import { judgeFreezing } from './freezing.ts';
import { judgeMounts } from './mounts.ts';
import { judgeOverload } from './overload.ts';
import { judgeProcesses } from './processes.ts';
import { judgeResidue } from './recycle.ts';
import { judgeStorage } from './storage.ts';
import { unseenParts } from './unseen.ts';
import { judgeVersionRisk } from './version-risk.ts';

/** Every subject of a report. A new one is one line here. */
const judges: readonly Judge[] = [
  judgeEngine,
  judgeFreezing,
  judgeDaemons,
  judgeProcesses,
  judgeOverload,
  judgeContainers,
  judgeMounts,
  judgeStorage,
  judgeVersionRisk,
  judgeResidue,
];

/**
 * What is wrong with this host now, in the words of the alerts, and what could not be seen. Pure. Nothing
 * is claimed of what was not looked at, and what has only just come up is not told before it has lasted.
 */
export function reportOf(snapshot: Snapshot, diagnosis: Diagnosis): Report {
  const findings = judges
    .flatMap((judge) => judge(snapshot, diagnosis))
    .map((finding) => explained(finding, diagnosis))
    .sort(worstFirst);
  const unseen = unseenParts(snapshot, diagnosis);
  return { status: statusOf(findings, unseen), takenAt: snapshot.takenAt, findings, unseen };
}

const worstFirst = (a: AlertFinding, b: AlertFinding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  alertNames.indexOf(a.alert) - alertNames.indexOf(b.alert);

/** A problem that is seen outweighs one that may be hidden. */
function statusOf(findings: readonly Finding[], unseen: readonly Unseen[]): Status {
  const worst = findings[0]?.severity;
  if (worst === 'critical' || worst === 'warning') return worst;
  return unseen.length > 0 ? 'unknown' : 'ok';
}
