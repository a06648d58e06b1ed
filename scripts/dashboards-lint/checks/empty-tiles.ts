import type { Panel } from '../model/dashboard.ts';
import { listOf, objectOf, objectsOf, textOf } from '../model/json.ts';
import type { Check } from './check.ts';
import { fieldSettings } from './field-config.ts';

const tiles = new Set(['stat', 'gauge', 'bargauge']);

/** What is neither well nor wrong. */
const grey = '#808080';

/**
 * A tile that says why it may have no data says it in grey. `noValue` alone takes the colour of the lowest threshold,
 * which is that of what is well, or of the alert where less is worse.
 */
export const emptyTiles: Check = {
  name: 'empty-tile',
  panel: ({ panel }) => (tiles.has(panel.type) ? problemsOf(panel) : []),
};

const problemsOf = (panel: Panel) =>
  fieldSettings(panel, 'noValue')
    .filter(({ value }) => !isToldInGrey(panel, textOf(value)))
    .map(({ value }) => ({
      wrong: `no data is ${JSON.stringify(value)} in the colour of a threshold`,
      expected: `a mapping of null to the same text in ${grey}`,
    }));

const isToldInGrey = (panel: Panel, text: string): boolean =>
  fieldSettings(panel, 'mappings')
    .flatMap(({ value }) => objectsOf(listOf(value)))
    .filter(({ type }) => type === 'special')
    .map(({ options }) => objectOf(options))
    .filter(({ match }) => match === 'null' || match === 'null+nan')
    .some(({ result }) => objectOf(result)['text'] === text && objectOf(result)['color'] === grey);
