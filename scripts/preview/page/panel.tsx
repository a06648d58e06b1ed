import type { DataFrame, GrafanaTheme2, TimeRange } from '@grafana/data';
import { PanelChrome } from '@grafana/ui';
import type { ShownPanel } from '../document.ts';
import { kinds } from './kinds.tsx';
import { boxOf, placed } from './layout.ts';
import { Placeholder } from './placeholder.tsx';
import { fieldConfigOf } from './prepare.ts';

interface PanelProps {
  readonly panel: ShownPanel;
  readonly data: DataFrame[];
  readonly theme: GrafanaTheme2;
  readonly timeRange: TimeRange;
  /** Of the dashboard. */
  readonly pageWidth: number;
}

export function Panel({ panel, data, theme, timeRange, pageWidth }: PanelProps) {
  const box = boxOf(panel.gridPos, pageWidth);
  const Kind = kinds[panel.type] ?? Placeholder;
  const rest = { panel, data, theme, timeRange, fieldConfig: fieldConfigOf(panel) };
  return (
    <div style={placed(box)}>
      <PanelChrome
        width={box.width}
        height={box.height}
        title={panel.title}
        padding={panel.type === 'table' ? 'none' : 'md'}
        {...(panel.description === undefined ? {} : { description: panel.description })}
      >
        {(width, height) => <Kind {...rest} width={width} height={height} />}
      </PanelChrome>
    </div>
  );
}

/** The heading of a row; what a closed row has in it is not shown, and not asked for. */
export function Row({ panel, pageWidth }: Pick<PanelProps, 'panel' | 'pageWidth'>) {
  const count = panel.panels?.length ?? 0;
  return (
    <h2 className="heading" style={placed(boxOf(panel.gridPos, pageWidth))}>
      {panel.title} {panel.collapsed === true && <small>closed, {count} panels</small>}
    </h2>
  );
}
