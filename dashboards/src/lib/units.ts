/**
 * The units that these dashboards use, by Grafana's ids and under names that say what is meant.
 *
 * Use: `unit: units.ratio` for 0 to 1, with `min: 0, max: 1`; `units.count` for what is counted.
 */
import * as sdk from '@grafana/grafana-foundation-sdk/units';

export const units = {
  count: sdk.Short,
  /** 0 to 1, shown in percent. */
  ratio: sdk.PercentUnit,
  /** CPU of one core: 1 is one core, in full. */
  cores: sdk.Short,
  seconds: sdk.Seconds,
  bytes: sdk.BytesIEC,
  /** Unix time in milliseconds, shown as the time from now. */
  fromNow: sdk.DateTimeFromNow,
  /** Unix time in milliseconds, shown as a date. */
  date: sdk.DatetimeISO,
  none: sdk.NoUnit,
  text: sdk.String,
} as const;
