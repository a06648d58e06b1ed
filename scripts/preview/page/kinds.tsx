import type { DataFrame, FieldConfigSource, GrafanaTheme2, TimeRange } from '@grafana/data';
import type { ReactElement } from 'react';
import type { ShownPanel } from '../document.ts';
import { StatPanel } from './kinds/stat.tsx';
import { TablePanel } from './kinds/table.tsx';
import { TimeSeriesPanel } from './kinds/time-series.tsx';

/** What a kind of panel draws from. */
export interface KindProps {
  readonly panel: ShownPanel;
  readonly fieldConfig: FieldConfigSource;
  readonly data: DataFrame[];
  readonly theme: GrafanaTheme2;
  readonly timeRange: TimeRange;
  readonly width: number;
  readonly height: number;
}

export type Kind = (props: KindProps) => ReactElement;

/** The kinds of panels that are drawn, each by the component with which Grafana draws it. */
export const kinds: Readonly<Record<string, Kind>> = {
  stat: StatPanel,
  table: TablePanel,
  timeseries: TimeSeriesPanel,
};
