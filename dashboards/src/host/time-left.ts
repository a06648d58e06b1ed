/** How long until something is full, at the pace of the last six hours: as a number and over time. */

import { stat, timeSeries } from '../lib/panels.ts';
import { host, now, range } from '../lib/queries.ts';
import { ruleThresholds } from '../lib/thresholds.ts';
import { units } from '../lib/units.ts';

/** Further away than this nothing can be said. */
const far = 30 * 24 * 3600;

const open = 'dockerhost_daemon_open_fds';
const limit = host('dockerhost_daemon_max_fds', 'limit="soft"');
const started = host('dockerhost_daemon_start_time_seconds');
const used = 'dockerhost_devicemapper_pool_used_bytes';
const size = host('dockerhost_devicemapper_pool_size_bytes');

/** As in the alert: a daemon that was started within the window only fills up to where it will stay. */
const fds = `((${limit} - ignoring (limit) ${host(open)}) / (deriv(${host(open)}[6h]) > 0) < ${far})
and (time() - ${started} > 6 * 3600)`;

const pool = `(${size} - ${host(used)}) / (deriv(${host(used)}[6h]) > 0) < ${far}`;

const pace = 'At the pace of the last six hours';
const later = 'Not within 30 days';
const noPool = 'No devicemapper, or not within 30 days';
const day = ruleThresholds.predictedSeconds / 3600;

export const fdsLeft = stat({
  title: 'Descriptors last for',
  shows: `${pace}, the time until a daemon has no file descriptors left.`,
  normal: `“${later}”. A daemon that was started within six hours is left out.`,
  act: `below ${day} hours, and with ${ruleThresholds.predictedFromFds * 100} % of the limit in use, plan a restart of the daemon.`,
  queries: [now(fds, '{{daemon}}')],
  unit: units.seconds,
  alerts: ['DockerdFdsExhaustionPredicted'],
  empty: later,
});

export const poolLeft = stat({
  title: 'Thin pool lasts for',
  shows: `${pace}, the time until the thin pool of devicemapper is full.`,
  normal: `“${noPool}”.`,
  act: `below ${day} hours, and with ${ruleThresholds.predictedFromPool * 100} % in use, remove images and containers or extend the pool.`,
  queries: [now(pool, '{{space}}')],
  unit: units.seconds,
  alerts: ['DockerThinPoolFillingUp'],
  empty: noPool,
});

export const fdsLeftGraph = timeSeries({
  title: 'Time until no descriptors are left',
  width: 12,
  shows: `${pace}, the time until a daemon is at its limit of file descriptors; drawn only below 30 days.`,
  normal: 'empty, or a line that does not stay.',
  act: 'a line that comes down steadily is a leak: see what the descriptors point to.',
  queries: [range(fds, '{{daemon}}')],
  unit: units.seconds,
  alerts: ['DockerdFdsExhaustionPredicted'],
  empty: later,
});

export const poolLeftGraph = timeSeries({
  title: 'Time until the thin pool is full',
  shows: `${pace}, the time until the data or metadata space is used up; drawn only below 30 days.`,
  normal: 'empty, or a line that does not stay.',
  act: 'a line that comes down steadily: remove images and containers or extend the pool.',
  queries: [range(pool, '{{space}}')],
  unit: units.seconds,
  alerts: ['DockerThinPoolFillingUp'],
  empty: noPool,
});
