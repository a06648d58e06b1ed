/**
 * Tables: a row for each series of an instant query, and no other columns than those that are named.
 *
 * Use: `table({ ...PanelSpec, queries: [rows(host('dockerhost_offender'))], columns: [{ field: 'name', title:
 * 'Container' }, { field: 'Value', title: 'How many', unit: units.count }], sortBy: 'How many' })`. With several
 * queries the rows with the same labels become one (`merge`), or those with the same `joinBy` label do; the value of
 * query A is then the field `Value #A`.
 */
import {
  type DashboardLinkBuilder,
  type DataTransformerConfig,
  type DynamicConfigValue,
  FieldColorModeId,
  type Panel,
  type ValueMapping,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { type Limits, stepsOf } from './limits.ts';
import { dress, type PanelSpec } from './panel.ts';
import { units } from './units.ts';

export interface Column {
  /** The label, or `Value` or `Value #A`. */
  readonly field: string;
  readonly title: string;
  readonly unit?: string;
  readonly decimals?: number;
  readonly words?: ValueMapping[];
  /** The cell takes the colour of the limit that its value has reached. */
  readonly limits?: Limits;
  readonly link?: DashboardLinkBuilder;
  readonly width?: number;
}

export interface TableSpec extends Omit<PanelSpec, 'unit'> {
  readonly unit?: string;
  readonly columns: readonly Column[];
  /** Title of a column; the highest comes first unless `ascending`. */
  readonly sortBy?: string;
  readonly ascending?: boolean;
  readonly joinBy?: string;
  /** Further steps after the rows were joined and before columns are chosen. */
  readonly transformations?: readonly DataTransformerConfig[];
}

const coloured = { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } };

/** What is said where there is no row would else stand in every cell without a value, too. */
const emptyCells = [{ id: 'noValue', value: '–' }];

/** A label that looks like a number, or is empty, is text all the same. */
const unitOf = ({ field, unit, words }: Column): string | undefined =>
  unit ?? (field.startsWith('Value') || words !== undefined ? undefined : units.text);

function propertiesOf(column: Column): DynamicConfigValue[] {
  const { decimals, words, limits, link, width } = column;
  const unit = unitOf(column);
  const colour = [coloured, { id: 'color', value: { mode: FieldColorModeId.Thresholds } }];
  return [
    ...(unit === undefined ? [] : [{ id: 'unit', value: unit }]),
    ...(decimals === undefined ? [] : [{ id: 'decimals', value: decimals }]),
    ...(words === undefined ? [] : [{ id: 'mappings', value: words }, ...colour]),
    ...(limits === undefined ? [] : [{ id: 'thresholds', value: stepsOf(limits).build() }, ...colour]),
    ...(link === undefined ? [] : [{ id: 'links', value: [link.build()] }]),
    ...(width === undefined ? [] : [{ id: 'custom.width', value: width }]),
  ];
}

function joining({ queries, joinBy }: TableSpec): DataTransformerConfig[] {
  if (joinBy !== undefined) return [{ id: 'joinByField', options: { byField: joinBy, mode: 'outer' } }];
  return queries.length > 1 ? [{ id: 'merge', options: {} }] : [];
}

function choosing(columns: readonly Column[]): DataTransformerConfig[] {
  const names = columns.map(({ field }) => field);
  return [
    { id: 'filterFieldsByName', options: { include: { names } } },
    {
      id: 'organize',
      options: {
        excludeByName: {},
        indexByName: Object.fromEntries(names.map((name, index) => [name, index])),
        renameByName: Object.fromEntries(columns.map(({ field, title }) => [field, title])),
      },
    },
  ];
}

export function table(spec: TableSpec): Panel {
  const builder = dress(new TableBuilder(), { unit: 'none', ...spec }, 12, 8);
  builder.showHeader(true).filterable(false);
  builder.transformations([...joining(spec), ...(spec.transformations ?? []), ...choosing(spec.columns)]);
  builder.overrideByRegexp('/.*/', emptyCells);
  for (const column of spec.columns) {
    const properties = propertiesOf(column);
    if (properties.length > 0) builder.overrideByName(column.title, properties);
  }
  if (spec.sortBy === undefined) return builder.build();
  const panel = builder.build();
  panel.options = { ...panel.options, sortBy: [{ displayName: spec.sortBy, desc: spec.ascending !== true }] };
  return panel;
}
