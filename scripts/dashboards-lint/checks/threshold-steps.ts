import type { Panel } from '../model/dashboard.ts';
import { objectOf, objectsOf, textOf } from '../model/json.ts';
import { fieldSettings } from './field-config.ts';

/** The thresholds of some fields of a panel. */
export interface Thresholds {
  /** `default`, or the fields of an override. */
  readonly of: string;
  readonly isPercent: boolean;
  /** The first is null in JSON, the colour of what is below all others. */
  readonly values: readonly (number | null)[];
}

export const thresholdsOf = (panel: Panel): readonly Thresholds[] =>
  fieldSettings(panel, 'thresholds').map(({ of, value }) => ({
    of,
    isPercent: textOf(objectOf(value)['mode']) === 'percentage',
    values: objectsOf(objectOf(value)['steps']).map((step) => {
      const at = step['value'];
      return typeof at === 'number' ? at : null;
    }),
  }));

/** Every number that a panel has a colour from. */
export const drawnNumbers = (panel: Panel): readonly number[] =>
  thresholdsOf(panel).flatMap(({ values }) => values.filter((value) => value !== null));
