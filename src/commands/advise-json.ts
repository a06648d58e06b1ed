import type { AdvisoryVerdict } from '../model/risk.ts';
import type { Advice } from './advise-answer.ts';
import { jsonText } from './json-text.ts';

/** Every verdict, as `advise --output=json` prints them. */
export const adviceJson = ({ verdicts }: Pick<Advice, 'verdicts'>): string => jsonText(verdicts.map(verdictJson));

const verdictJson = ({ advisory, verdict, why }: AdvisoryVerdict) => ({
  advisory: advisory.id,
  severity: advisory.severity,
  verdict,
  why,
  remedy: advisory.remedy,
  title: advisory.title,
  confidence: advisory.confidence,
  references: advisory.references,
});
