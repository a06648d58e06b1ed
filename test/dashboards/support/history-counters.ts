import type { Labels } from './grafana.ts';
import type { ValueAt } from './history.ts';

const hour = 3600;

export const isCounter = ({ __name__: name = '' }: Labels): boolean => /_(total|count|sum|bucket)$/.test(name);

/** The whole past over which counters have risen to what they are. */
const span = 30 * hour;

const minute = 60;

/** When the daemons of sick hosts were started again: so often within an hour that there is an alert. */
const restarts: readonly number[] = [50 * minute, 40 * minute, 30 * minute];

/** The exporter itself was restarted later, and counts anew. */
const exporterRestart = 20 * minute;

/** Restarts happened on sick hosts only; other counters rise evenly. */
export function counterAt({ __name__: name = '' }: Labels, value: number, isSick: boolean): ValueAt {
  if (!name.endsWith('_restarts_total')) return (age) => value * (1 - age / span);
  return (age) => (isSick && age > exporterRestart ? restarts.filter((restart) => restart >= age).length : value);
}
