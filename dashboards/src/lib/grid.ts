/** Places panels in Grafana's grid. Used by the finaliser. */
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';

/** Grafana's grid is this many columns wide. */
export const columns = 24;

function sizeOf({ title, gridPos }: Panel): { readonly w: number; readonly h: number } {
  const { w, h } = gridPos ?? { w: 0, h: 0 };
  if (w >= 1 && w <= columns && h >= 1) return { w, h };
  throw new Error(
    `panel ${JSON.stringify(title)}: expected 1 to ${columns} columns and 1 row or more, got ${w} x ${h}`,
  );
}

/** From left to right and from `top` downwards; a line is as high as the highest panel in it. */
export function laidOut(panels: readonly Panel[], top: number): Panel[] {
  let [x, y, height] = [0, top, 0];
  return panels.map((panel) => {
    const { w, h } = sizeOf(panel);
    if (x + w > columns) [x, y, height] = [0, y + height, 0];
    const gridPos = { x, y, w, h };
    x += w;
    height = Math.max(height, h);
    return { ...panel, gridPos };
  });
}
