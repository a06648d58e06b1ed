/** How a line is drawn that is not a measurement of its own: a limit, a floor, a projection. Used by `timeSeries`. */
import { type DynamicConfigValue, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { colours } from './limits.ts';
import type { LineRole } from './queries.ts';

const dashed = (...dash: readonly number[]) => ({ id: 'custom.lineStyle', value: { fill: 'dash', dash } });
const unfilled = { id: 'custom.fillOpacity', value: 0 };

const styles: Readonly<Record<LineRole, DynamicConfigValue[]>> = {
  limit: [
    { id: 'color', value: { mode: FieldColorModeId.Fixed, fixedColor: colours.critical } },
    dashed(10, 5),
    unfilled,
    { id: 'custom.stacking', value: { mode: 'none', group: 'limit' } },
  ],
  floor: [{ id: 'custom.lineWidth', value: 2 }, unfilled],
  projection: [dashed(2, 4), unfilled],
};

export const roleStyle = (role: LineRole): DynamicConfigValue[] => styles[role];
