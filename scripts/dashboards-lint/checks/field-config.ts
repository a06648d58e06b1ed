import type { Panel } from '../model/dashboard.ts';
import { type JsonObject, objectOf, objectsOf, textOf } from '../model/json.ts';

/** What a panel says of its fields: of all of them, or of those that a matcher picks. */
export interface FieldSetting {
  /** `default`, or the matcher's options such as the name of a field. */
  readonly of: string;
  readonly value: unknown;
}

const configOf = ({ json }: Panel): JsonObject => objectOf(json['fieldConfig']);

/** The values of one setting, such as `unit` or `thresholds`, the default first. */
export function fieldSettings(panel: Panel, id: string): readonly FieldSetting[] {
  const value = objectOf(configOf(panel)['defaults'])[id];
  const ofOverrides = overridesOf(panel).flatMap(({ matcher, properties }) =>
    properties
      .filter((property) => property['id'] === id)
      .map((property) => ({ of: textOf(matcher['options']), value: property['value'] })),
  );
  return [...(value === undefined ? [] : [{ of: 'default', value }]), ...ofOverrides];
}

export const overridesOf = (panel: Panel) =>
  objectsOf(configOf(panel)['overrides']).map((override) => ({
    matcher: objectOf(override['matcher']),
    properties: objectsOf(override['properties']),
  }));
