import type { Panel } from '../model/dashboard.ts';
import { objectOf, textOf } from '../model/json.ts';
import type { Check } from './check.ts';
import { fieldSettings } from './field-config.ts';
import { drawnNumbers } from './threshold-steps.ts';

/** A graph with thresholds draws them: it does so only if it says how. */
export const thresholdVisible: Check = {
  name: 'threshold-visible',
  panel: ({ panel }) =>
    panel.type !== 'timeseries' || drawnNumbers(panel).length === 0 || isSeen(panel)
      ? []
      : [{ wrong: 'thresholds that the graph does not draw', expected: 'custom.thresholdsStyle, such as line' }],
};

function isSeen(panel: Panel): boolean {
  const ofAll = fieldSettings(panel, 'custom').map(({ value }) => objectOf(value)['thresholdsStyle']);
  const ofSome = fieldSettings(panel, 'custom.thresholdsStyle').map(({ value }) => value);
  return [...ofAll, ...ofSome].some((style) => !['', 'off'].includes(textOf(objectOf(style)['mode'])));
}
