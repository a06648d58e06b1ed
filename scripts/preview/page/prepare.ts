import {
  applyFieldOverrides,
  cacheFieldDisplayNames,
  type DataFrame,
  type DataTransformerConfig,
  type FieldConfigSource,
  type GrafanaTheme2,
  standardTransformers,
  standardTransformersRegistry,
  transformDataFrame,
} from '@grafana/data';
import { firstValueFrom } from 'rxjs';
import type { ShownAnswer, ShownPanel } from '../document.ts';
import { framesOf } from './frames.ts';
import { propertiesOf } from './properties.ts';

export const timeZone = 'utc';

/** Titles and words of these dashboards have no variables in them. */
export const asItIs = (text: string): string => text;

const none = () => null;

/** Some are in the list twice, under a name that they had before. */
const transformers = [...new Map(Object.values(standardTransformers).map((each) => [each.id, each])).values()];

standardTransformersRegistry.setInit(() =>
  transformers.map((transformation) => ({
    id: transformation.id,
    name: transformation.name,
    transformation,
    editor: none,
    imageDark: '',
    imageLight: '',
  })),
);

/** Grafana leaves out a transformation that it does not know, and says nothing. */
function known(transformations: readonly DataTransformerConfig[]): DataTransformerConfig[] {
  const unknown = transformations.find(({ id }) => standardTransformersRegistry.getIfExists(id) === undefined);
  if (unknown !== undefined) throw new Error(`expected a transformation of @grafana/data, got ${unknown.id}`);
  return [...transformations];
}

const nothing: FieldConfigSource = { defaults: {}, overrides: [] };

export const fieldConfigOf = ({ fieldConfig = nothing }: ShownPanel): FieldConfigSource => fieldConfig;

/** What Prometheus said, transformed and dressed as the panel says. */
export async function prepare(
  panel: ShownPanel,
  answers: readonly ShownAnswer[],
  theme: GrafanaTheme2,
): Promise<DataFrame[]> {
  const fieldConfig = fieldConfigOf(panel);
  const data = await firstValueFrom(transformDataFrame(known(panel.transformations ?? []), framesOf(answers)));
  const dressed = applyFieldOverrides({
    data,
    fieldConfig,
    fieldConfigRegistry: propertiesOf(fieldConfig),
    replaceVariables: asItIs,
    theme,
    timeZone,
  });
  // Tables take the names of columns from there, and charts the colours that go by names.
  cacheFieldDisplayNames(dressed);
  return dressed;
}
