import { assessRisk } from '../advisories/evaluate.ts';
import type { AdviseConfig, OutputFormat } from '../config/config.ts';
import { advisorySeverities, type Catalogue, type GivenFacts, verdicts } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import type { AdvisoryVerdict } from '../model/risk.ts';
import { isAboutThisHost } from './advise-host.ts';
import { adviceJson } from './advise-json.ts';
import { adviceTable } from './advise-table.ts';
import type { Screen } from './screen.ts';

/** What the command advise has to say. */
export interface Advice {
  readonly facts: HostFacts;
  /** The facts among them that came from flags. */
  readonly given: GivenFacts;
  /** The other facts were looked for on this host. */
  readonly isThisHost: boolean;
  /** Somebody asked about just these advisories. */
  readonly isChoice: boolean;
  /** The worst verdict first, and of the same the worst severity. */
  readonly verdicts: readonly AdvisoryVerdict[];
}

/** Judges a host by the advisories that are asked about. */
export const adviceOf = (catalogue: Catalogue, facts: HostFacts, asked: AdviseConfig): Advice => ({
  facts,
  given: asked.given,
  isThisHost: isAboutThisHost(asked),
  isChoice: asked.advisories.length > 0,
  verdicts: [...assessRisk(catalogue, facts).verdicts].sort(worstFirst),
});

const worstFirst = (a: AdvisoryVerdict, b: AdvisoryVerdict): number =>
  verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
  advisorySeverities.indexOf(a.advisory.severity) - advisorySeverities.indexOf(b.advisory.severity);

/** Exit status: 0 when all is clear, 2 when the host is exposed to anything, else 1. */
export function statusOf({ verdicts: judged }: Pick<Advice, 'verdicts'>): 0 | 1 | 2 {
  const worst = judged[0]?.verdict ?? 'clear';
  if (worst === 'exposed') return 2;
  return worst === 'clear' ? 0 : 1;
}

/** What the command prints. */
export const textOf = (advice: Advice, output: OutputFormat, screen: Screen): string =>
  output === 'json' ? adviceJson(advice) : adviceTable(advice, screen);
