import type { Panel } from '../model/dashboard.ts';
import { textsIn } from '../model/json.ts';

const runbook = /docs\/runbooks\/([A-Z]\w*)\.md/g;

const inTexts = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(runbook)].map(([, alert = '']) => alert))),
];

/** The alerts to whose runbooks a panel has a link of its own or on its fields. */
export const linkedAlerts = (panel: Panel): readonly string[] =>
  inTexts(
    textsIn(panel.json).flatMap(({ keys, text }) => (keys.at(-1) === 'url' && keys[0] !== 'panels' ? [text] : [])),
  );

/** The alerts that a panel belongs to: those whose runbooks it links, or names in its description. */
export const namedAlerts = (panel: Panel): readonly string[] => [
  ...new Set([...linkedAlerts(panel), ...inTexts([panel.description])]),
];
