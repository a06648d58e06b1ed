import { TableNG } from '@grafana/ui/unstable';
import type { KindProps } from '../kinds.tsx';
import { NoData } from '../no-data.tsx';

export function TablePanel({ panel, fieldConfig, data, timeRange, width, height }: KindProps) {
  const { sortBy = [], cellHeight, frameIndex = 0 } = panel.options;
  const frame = data[frameIndex];
  if (frame === undefined || frame.length === 0) return <NoData fieldConfig={fieldConfig} />;
  return (
    <TableNG
      ariaLabel={panel.title}
      data={frame}
      width={width}
      height={height}
      fieldConfig={fieldConfig}
      initialSortBy={sortBy}
      cellHeight={cellHeight}
      timeRange={timeRange}
      structureRev={1}
    />
  );
}
