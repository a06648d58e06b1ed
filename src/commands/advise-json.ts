import { jsonText } from '../model/json-text.ts';
import type { AdvisoryVerdict } from '../model/risk.ts';
import type { Advice } from './advise-answer.ts';

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
