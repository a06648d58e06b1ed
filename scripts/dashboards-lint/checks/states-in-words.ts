import { objectOf } from '../model/json.ts';
import type { Check } from './check.ts';

const ofStates = new Set(['state-timeline', 'status-history']);

/** Not everybody can tell red from green: states are told in words as well, where these fit. */
export const statesInWords: Check = {
  name: 'states-in-words',
  panel: ({ panel: { type, json } }) => {
    const { showValue } = objectOf(json['options']);
    return ofStates.has(type) && showValue === 'never'
      ? [{ wrong: 'states that only their colour tells apart', expected: 'options.showValue auto or always' }]
      : [];
  },
};
