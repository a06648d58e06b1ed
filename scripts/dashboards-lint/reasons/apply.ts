import type { Finding } from '../finding.ts';
import type { Reason, Reasons } from './read.ts';

/** Shorter than this says no more than that there is a reason. */
const shortest = 20;

/** The findings for which there is no reason, and what is wrong with the reasons themselves: unused ones too. */
export function withoutReasons(findings: readonly Finding[], { reasons, unreadable }: Reasons, path: string) {
  const isFor = ({ rule, dashboard, panel }: Reason, finding: Finding) =>
    rule === finding.check && dashboard === finding.uid && panel === finding.panel;
  const about = (line: number, wrong: string, expected: string): Finding => ({
    check: 'reason',
    path: `${path}:${line}`,
    uid: '',
    panel: '',
    wrong,
    expected,
  });
  return [
    ...findings.filter((finding) => !reasons.some((reason) => isFor(reason, finding))),
    ...unreadable.map(({ line, problem }) => about(line, problem, 'a list in YAML')),
    ...reasons.flatMap((reason, index) => {
      const { line, rule, dashboard, panel } = reason;
      const name = `${rule} of ${[dashboard, panel].filter(Boolean).join(', ')}`;
      if (!findings.some((finding) => isFor(reason, finding))) return [about(line, name, 'a finding that it is for')];
      if (reason.reason.length < shortest) return [about(line, `${name} without a reason`, 'why it is right so')];
      const first = reasons
        .slice(0, index)
        .find((each) => `${each.rule} ${each.dashboard} ${each.panel}` === `${rule} ${dashboard} ${panel}`);
      return first === undefined ? [] : [about(line, `${name} again`, `it once, at line ${first.line}`)];
    }),
  ];
}
