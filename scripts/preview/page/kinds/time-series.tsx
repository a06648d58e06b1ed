import { type DataFrame, getFieldDisplayName, type TimeRange } from '@grafana/data';
import { preparePlotFrame, TimeSeries } from '@grafana/ui';
import type { KindProps } from '../kinds.tsx';
import { NoData } from '../no-data.tsx';
import { timeZone } from '../prepare.ts';

type Joined = ReturnType<typeof preparePlotFrame>;
type Dimensions = Parameters<typeof preparePlotFrame>[1];

/**
 * Joins the series to one table and gives the lines their names again, by which their colours go. Grafana joins with
 * the names kept; the function that it publishes takes them away, from the series as well.
 */
function joinNamed(frames: DataFrame[], dimensions: Dimensions, timeRange: TimeRange): Joined {
  const names = frames.map((frame) => frame.fields.map((field) => getFieldDisplayName(field, frame, frames)));
  const joined = preparePlotFrame(frames, dimensions, timeRange);
  for (const field of joined?.fields ?? []) {
    const { origin } = field.state ?? {};
    const displayName = origin && names[origin.frameIndex]?.[origin.fieldIndex];
    if (displayName !== undefined) field.state = { ...field.state, displayName };
  }
  return joined;
}

export function TimeSeriesPanel({ panel, fieldConfig, data, timeRange, width, height }: KindProps) {
  if (data.every(({ length }) => length === 0)) return <NoData fieldConfig={fieldConfig} />;
  return (
    <TimeSeries
      frames={data}
      legend={panel.options.legend}
      options={panel.options}
      timeRange={timeRange}
      timeZone={timeZone}
      width={width}
      height={height}
      structureRev={1}
      preparePlotFrame={(frames, dimensions) => joinNamed(frames, dimensions, timeRange)}
    />
  );
}
