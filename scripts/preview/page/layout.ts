import type { CSSProperties } from 'react';
import type { GridPosition, ShownPanel } from '../document.ts';

/** CSS pixels, as in Grafana. */
const columns = 24;
const rowHeight = 30;
const gap = 8;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a panel is in a dashboard of this width. */
export function boxOf({ x, y, w, h }: GridPosition, width: number): Box {
  const column = (width - gap * (columns - 1)) / columns;
  const length = (count: number, unit: number) => count * unit + (count - 1) * gap;
  return {
    left: Math.round(x * (column + gap)),
    top: y * (rowHeight + gap),
    width: Math.round(length(w, column)),
    height: length(h, rowHeight),
  };
}

export const heightOf = (panels: readonly ShownPanel[], width: number): number =>
  Math.max(...panels.map(({ gridPos }) => boxOf(gridPos, width)).map(({ top, height }) => top + height));

export const placed = (box: Box): CSSProperties => ({ position: 'absolute', ...box });
