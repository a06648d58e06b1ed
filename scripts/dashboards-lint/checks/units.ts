import * as sdk from '@grafana/grafana-foundation-sdk/units';
import { closest } from '../../../src/model/closest.ts';
import type { Check } from './check.ts';
import { fieldSettings } from './field-config.ts';

const known = Object.values<unknown>(sdk).filter((id) => typeof id === 'string');

/** Every unit is one that Grafana knows; it prints the id of another one behind the number. */
export const units: Check = {
  name: 'unit',
  panel: ({ panel }) =>
    fieldSettings(panel, 'unit')
      .filter(({ value }) => !known.includes(String(value)))
      .map(({ of, value }) => ({
        wrong: `the unit ${JSON.stringify(value)} of ${of}`,
        expected: closest(String(value), known) ?? 'an id of the list of Grafana, such as "short"',
      })),
};
