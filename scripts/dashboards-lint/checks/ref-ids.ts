import { textOf } from '../model/json.ts';
import type { Check, PanelContext, Problem } from './check.ts';
import { overridesOf } from './field-config.ts';

/** Each query of a panel has a letter of its own, and what asks for a query by its letter finds it. */
export const refIds: Check = {
  name: 'ref-id',
  panel: (context) => [...taken(context), ...asked(context)],
};

const taken = ({ panel: { targets } }: PanelContext): readonly Problem[] =>
  targets.flatMap(({ refId }, index) => {
    if (refId === '') return [{ wrong: `query ${index + 1} without a refId`, expected: 'A, B and so on' }];
    const isTaken = targets.slice(0, index).some((other) => other.refId === refId);
    return isTaken ? [{ wrong: `refId ${refId} for a second time`, expected: 'one of its own' }] : [];
  });

const asked = ({ panel }: PanelContext): readonly Problem[] =>
  overridesOf(panel)
    .filter(({ matcher }) => matcher['id'] === 'byFrameRefID')
    .map(({ matcher }) => textOf(matcher['options']))
    .filter((asked) => !panel.targets.some(({ refId }) => refId === asked))
    .map((asked) => ({
      wrong: `an override for the query ${asked}, which is not there`,
      expected: 'a refId of the panel',
    }));
