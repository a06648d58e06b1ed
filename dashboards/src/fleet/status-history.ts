/**
 * A row of cells for each series, coloured by its limits: how long something has been so, on many hosts at once.
 * Takes what the other kinds of panels take.
 */
import {
  LegendDisplayMode,
  LegendPlacement,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId, type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/statushistory';
import { dress, type PanelSpec } from '../lib/panel.ts';

/** With more points in time than `cells` the panel shows nothing but a complaint. */
export const statusHistory = (spec: PanelSpec & { readonly cells: number }): Panel =>
  dress(
    new PanelBuilder()
      .showValue(VisibilityMode.Auto)
      .rowHeight(0.9)
      .colWidth(0.9)
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
      .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Single))
      .legend(
        new VizLegendOptionsBuilder()
          .displayMode(LegendDisplayMode.List)
          .placement(LegendPlacement.Bottom)
          .showLegend(true),
      ),
    spec,
    24,
    10,
  )
    .maxDataPoints(spec.cells)
    .build();
