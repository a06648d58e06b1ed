import type { Panel } from '../model/dashboard.ts';
import { listOf, objectOf, textOf } from '../model/json.ts';
import type { Check } from './check.ts';
import { fieldSettings } from './field-config.ts';
import { showsNumbers } from './panel-kinds.ts';

/** Every panel of numbers has a unit, but where words stand for its values. */
export const panelUnits: Check = {
  name: 'panel-units-rule',
  panel: ({ panel }) =>
    !showsNumbers(panel) || showsWords(panel) || fieldSettings(panel, 'unit').length > 0
      ? []
      : [{ wrong: 'no unit', expected: 'one of those of Grafana, such as "short"' }],
};

/** Values have mappings, or a stat shows a field that is no number. */
function showsWords(panel: Panel): boolean {
  const { fields } = objectOf(objectOf(panel.json['options'])['reduceOptions']);
  return fieldSettings(panel, 'mappings').some(({ value }) => listOf(value).length > 0) || textOf(fields) !== '';
}
