/**
 * The kinds of panels: `timeSeries`, `stat`, `labelStat`, `gauge`, `stateTimeline`. (Tables are in `tables.ts`.)
 *
 * Use: `timeSeries({ title, shows, normal, act, unit, queries: [range(host('dockerhost_threads'), 'threads')],
 * alerts: ['DockerHostProcessesNearLimit'], empty: 'why there may be nothing' })`. Kinds take all of `PanelSpec`.
 */
import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  GraphDrawStyle,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId, type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as GaugeBuilder } from '@grafana/grafana-foundation-sdk/gauge';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as StateTimelineBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { PanelBuilder as TimeSeriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { type Limits, limitsOf } from './limits.ts';
import { dress, type PanelSpec, refIdAt } from './panel.ts';
import { roleStyle } from './roles.ts';
import { emptyWords } from './words.ts';

export interface TimeSeriesSpec extends PanelSpec {
  /** Only for what adds up to a whole. */
  readonly stacked?: boolean;
  readonly bars?: boolean;
  /** May go below zero. */
  readonly signed?: boolean;
}

/** The line that is reached first, which is in sight however far the values are from it. */
const firstLine = ({ info, warning, critical }: Limits): number | undefined => info ?? warning ?? critical;

/** Not connected over gaps, without points; a table below with the last and the highest value. */
function timeSeriesBuilder({ stacked, bars }: TimeSeriesSpec): TimeSeriesBuilder {
  const builder = new TimeSeriesBuilder()
    .drawStyle(bars === true ? GraphDrawStyle.Bars : GraphDrawStyle.Line)
    .lineWidth(1)
    .fillOpacity(stacked === true || bars === true ? 40 : 5)
    .showPoints(VisibilityMode.Never)
    .spanNulls(false)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassicByName))
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending))
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(LegendDisplayMode.Table)
        .placement(LegendPlacement.Bottom)
        .showLegend(true)
        .calcs(['lastNotNull', 'max']),
    );
  return stacked === true ? builder.stacking(new StackingConfigBuilder().mode(StackingMode.Normal)) : builder;
}

/** Lines over time; the limits of its alert are drawn across. */
export function timeSeries(spec: TimeSeriesSpec): Panel {
  const builder = dress(timeSeriesBuilder(spec), spec.signed === true ? spec : { min: 0, ...spec }, 8, 8);
  const line = firstLine(spec.limits ?? limitsOf(spec.alerts ?? []));
  if (line !== undefined) {
    const dashed = new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed);
    builder.thresholdsStyle(dashed).axisSoftMax(line);
  }
  spec.queries.forEach(({ role }, index) => {
    if (role !== undefined) builder.overrideByQuery(refIdAt(index), roleStyle(role));
  });
  return builder.build();
}

const last = (fields = ''): ReduceDataOptionsBuilder =>
  new ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields(fields);

/** Of one tile: grey, with the reason, where there is nothing to show. */
const greyWhenEmpty = (spec: PanelSpec): PanelSpec =>
  spec.empty === undefined ? spec : { ...spec, words: [...(spec.words ?? []), ...emptyWords(spec.empty)] };

const statBuilder = (text: BigValueTextMode): StatBuilder =>
  new StatBuilder()
    .textMode(text)
    .colorMode(BigValueColorMode.Background)
    .graphMode(BigValueGraphMode.None)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
    .reduceOptions(last());

/** The last value, in words where it has `words`; several series stand side by side with their legends. */
export const stat = (spec: PanelSpec): Panel =>
  dress(
    statBuilder(spec.queries.length > 1 ? BigValueTextMode.ValueAndName : BigValueTextMode.Auto),
    greyWhenEmpty(spec),
    4,
    4,
  ).build();

/** The text of a label in place of a number. Its query is one for a table: each label is a field there. */
export const labelStat = (spec: PanelSpec & { readonly label: string }): Panel => {
  const builder = statBuilder(BigValueTextMode.Value).colorMode(BigValueColorMode.None);
  return dress(builder.reduceOptions(last(`/^${spec.label}$/`)), greyWhenEmpty(spec), 4, 4).build();
};

/** A share of a limit, 0 to 1. */
export const gauge = (spec: PanelSpec): Panel =>
  dress(
    new GaugeBuilder()
      .showThresholdLabels(false)
      .showThresholdMarkers(true)
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
      .reduceOptions(last()),
    { min: 0, max: 1, ...greyWhenEmpty(spec) },
    4,
    4,
  ).build();

/** States over time, a row for each series; `words` gives each state its text, shown where it fits, and its colour. */
export const stateTimeline = (spec: PanelSpec): Panel =>
  dress(
    new StateTimelineBuilder()
      .showValue(VisibilityMode.Auto)
      .mergeValues(true)
      .fillOpacity(80)
      .lineWidth(0)
      .rowHeight(0.8)
      .spanNulls(false)
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
      .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Single))
      .legend(
        new VizLegendOptionsBuilder()
          .displayMode(LegendDisplayMode.List)
          .placement(LegendPlacement.Bottom)
          .showLegend(true),
      ),
    spec,
    8,
    8,
  ).build();
