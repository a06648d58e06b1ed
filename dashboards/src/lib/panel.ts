/**
 * What every panel is given, whatever its kind, and how that gets into the SDK's builders.
 *
 * Use: not directly; the kinds are in `panels.ts` (and `tables.ts`). A panel says what it shows, what is normal and
 * what to do else; from `alerts` come its limits, its links to runbooks and the end of its description.
 */
import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import type { DashboardLinkBuilder, Panel, ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { type AlertName, type Limits, limitsOf, stepsOf } from './limits.ts';
import { hostLinkOfSeries } from './links.ts';
import type { Query } from './queries.ts';
import { runbookLink, runbookPath } from './runbooks.ts';
import { datasource } from './variables.ts';

export interface PanelSpec {
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly shows: string;
  readonly normal: string;
  /** What to do when it is not. */
  readonly act: string;
  readonly queries: readonly Query[];
  /** One of `units`. */
  readonly unit: string;
  /** The alerts that go by what is shown. */
  readonly alerts?: readonly AlertName[];
  /** Lines and colours, where they are not those of the first alert that has any. */
  readonly limits?: Limits;
  /** What is shown when there is nothing to show: why that may be. */
  readonly empty?: string;
  readonly words?: ValueMapping[];
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  /** Its series are chosen among those of all hosts over the whole range, which is dear: fewer points, farther apart. */
  readonly coarse?: boolean;
  /** In columns of 24, and in rows. */
  readonly width?: number;
  readonly height?: number;
}

/** What the builders of all kinds of panels have in common. */
interface PanelBuilder {
  title(title: string): this;
  description(description: string): this;
  datasource(datasource: DataSourceRef): this;
  span(width: number): this;
  height(height: number): this;
  links(links: DashboardLinkBuilder[]): this;
  dataLinks(links: DashboardLinkBuilder[]): this;
  interval(interval: string): this;
  maxDataPoints(points: number): this;
  targets(targets: Builder<Dataquery>[]): this;
  unit(unit: string): this;
  thresholds(thresholds: ReturnType<typeof stepsOf>): this;
  mappings(mappings: ValueMapping[]): this;
  noValue(noValue: string): this;
  decimals(decimals: number): this;
  min(min: number): this;
  max(max: number): this;
  build(): Panel;
}

export const descriptionOf = ({ shows, normal, act, alerts = [] }: PanelSpec): string =>
  [
    shows,
    `**Normal:** ${normal}`,
    `**Otherwise:** ${act}`,
    ...alerts.map((alert) => `Alert ${alert}: ${runbookPath(alert)}`),
  ].join('\n\n');

/** A, B, C, in the order of the queries. */
export const refIdAt = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

function target({ expr, legend, shape }: Query, index: number): DataqueryBuilder {
  const query = new DataqueryBuilder().refId(refIdAt(index)).datasource(datasource).expr(expr);
  if (shape === 'table') return query.instant().format(PromQueryFormat.Table);
  const named = query.legendFormat(legend).format(PromQueryFormat.TimeSeries);
  return shape === 'instant' ? named.instant() : named.range();
}

/** What can be clicked leads to the host that it is named after. */
const isOfHosts = ({ legend }: Query): boolean => legend.startsWith('{{instance}}');

/** Gives a builder what its panel has; width and height are those of its kind unless it has its own. */
export function dress<B extends PanelBuilder>(builder: B, spec: PanelSpec, width: number, height: number): B {
  const { alerts = [], limits = limitsOf(alerts) } = spec;
  builder
    .title(spec.title)
    .description(descriptionOf(spec))
    .datasource(datasource)
    .span(spec.width ?? width)
    .height(spec.height ?? height)
    .unit(spec.unit)
    .thresholds(stepsOf(limits))
    .targets(spec.queries.map(target));
  if (alerts.length > 0) builder.links(alerts.map(runbookLink));
  if (spec.queries.some(isOfHosts)) builder.dataLinks([hostLinkOfSeries()]);
  if (spec.coarse === true) builder.interval('1m').maxDataPoints(300);
  return withNumbers(builder, spec);
}

function withNumbers<B extends PanelBuilder>(builder: B, spec: PanelSpec): B {
  const { empty, words, decimals, min, max } = spec;
  if (empty !== undefined) builder.noValue(empty);
  if (words !== undefined) builder.mappings(words);
  if (decimals !== undefined) builder.decimals(decimals);
  if (min !== undefined) builder.min(min);
  if (max !== undefined) builder.max(max);
  return builder;
}
