/** The known faults of which this host is not clear, the worst first. */
import { host, rows } from '../lib/queries.ts';
import { advisoryUrlOf, outward } from '../lib/runbooks.ts';
import { table } from '../lib/tables.ts';
import { advisorySeverityWords, verdictWords } from '../lib/words.ts';

const advisory = (matcher: string): string =>
  `max by (advisory, severity, verdict) (${host('dockerhost_advisory', matcher)})`;

/** What applies comes first, and of that what is worst: neither is in the order of its letters. */
const worstFirst = `sort_desc(
(40 * ${advisory('verdict="exposed"')} or 20 * ${advisory('verdict="possible"')} or ${advisory('verdict="unknown"')})
+
(4 * ${advisory('severity="critical"')} or 3 * ${advisory('severity="high"')} or 2 * ${advisory('severity="medium"')} or ${advisory('severity=~"low|info"')})
)`;

export const advisories = table({
  title: 'Advisories',
  shows:
    'Known faults of which this host is not clear. exposed: it applies; possible: the evidence goes no further; unknown: a fact is missing.',
  normal: 'empty, or of low severity.',
  act: 'docs/advisories.md has symptom and remedy of each; so has the command docker-host-exporter advise.',
  queries: [rows(worstFirst)],
  columns: [
    { field: 'verdict', title: 'Verdict', words: verdictWords, width: 110 },
    { field: 'severity', title: 'Severity', words: advisorySeverityWords, width: 110 },
    { field: 'advisory', title: 'Advisory', link: outward('Advisory', advisoryUrlOf('advisory')) },
  ],
  alerts: ['DockerHostVersionRisk'],
  width: 8,
  empty: 'This host is clear of all advisories',
});
