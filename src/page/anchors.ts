import type { Finding } from '../model/report.ts';

/** The id of a finding on the page: its alert; a further one of the same alert has its number too. */
export function anchorOf(findings: readonly Finding[], finding: Finding): string {
  const same = findings.filter(({ alert }) => alert === finding.alert);
  const index = same.indexOf(finding);
  return index > 0 ? `${finding.alert}-${index + 1}` : finding.alert;
}

/** The id of an advisory on the page. */
export const advisoryAnchor = (id: string): string => `advisory-${id}`;
