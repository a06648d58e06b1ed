import {
  FieldConfigOptionsRegistry,
  type FieldConfigPropertyItem,
  type FieldConfigSource,
  identityOverrideProcessor,
} from '@grafana/data';

const custom = 'custom.';
const none = () => null;

/** Grafana's own list is in its server's scripts; it takes the values as they are, which is what this does. */
function itemOf(id: string): FieldConfigPropertyItem {
  const isCustom = id.startsWith(custom);
  return {
    id,
    path: isCustom ? id.slice(custom.length) : id,
    name: id,
    isCustom,
    process: identityOverrideProcessor,
    shouldApply: () => true,
    override: none,
    editor: none,
  };
}

/** Links need Grafana to go to. */
const isDrawn = (id: string): boolean => id !== 'links';

/** Every property that a panel sets, for all its fields or for some. */
export function propertiesOf({ defaults, overrides }: FieldConfigSource): FieldConfigOptionsRegistry {
  const { custom: own = {}, ...common } = defaults;
  const ids = [
    ...Object.keys(common),
    ...Object.keys(own).map((name) => `${custom}${name}`),
    ...overrides.flatMap(({ properties }) => properties.map(({ id }) => id)),
  ];
  const items = [...new Set(ids)].filter(isDrawn).map(itemOf);
  return new FieldConfigOptionsRegistry(() => items);
}
