/** How long until something is full, at the pace of the last six hours: as a number and over time. */

import { colours } from '../lib/limits.ts';
import { stat, timeSeries } from '../lib/panels.ts';
import { host, now, range } from '../lib/queries.ts';
import { ruleThresholds } from '../lib/thresholds.ts';
import { units } from '../lib/units.ts';
import { wordsFor } from '../lib/words.ts';

/** Further away than this nothing can be said. */
const far = 30 * 24 * 3600;

const window = 6 * 3600;

const open = host('dockerhost_daemon_open_fds');
const limit = host('dockerhost_daemon_max_fds', 'limit="soft"');
const started = host('dockerhost_daemon_start_time_seconds');
const used = host('dockerhost_devicemapper_pool_used_bytes');
const size = host('dockerhost_devicemapper_pool_size_bytes');

/** What is full grows no more, and has no time left all the same. */
const timeLeft = (left: string, growing: string): string =>
  `clamp_min((${left}) <= 0, 0) or (${left}) / (deriv(${growing}[6h]) > 0) < ${far}`;

/** As in the alert: a daemon that was started within the window only fills up to where it will stay. */
const isOld = `time() - ${started} > ${window}`;

const left = `${limit} - ignoring (limit) ${open}`;
const fds = `${timeLeft(left, open)} and ${isOld}`;
const pool = timeLeft(`${size} - ${used}`, used);

/** What a stat says where it has no time to show: codes that no time reaches. */
const notSoon = far;
const tooYoung = far + 1;
const later = 'Not within 30 days';
const words = wordsFor([
  [notSoon, later, colours.fine],
  [tooYoung, 'Started within 6 hours', colours.unknown],
]);

const pace = 'At the pace of the last six hours';
const noPool = 'No devicemapper';
const unseen = 'Not known: no limit, or not visible';
const day = ruleThresholds.predictedSeconds / 3600;

export const fdsLeft = stat({
  title: 'Descriptors last for',
  shows: `${pace}, the time until a daemon has no file descriptors left.`,
  normal: `“${later}”. Of a daemon that was started within six hours nothing can be said.`,
  act: `below ${day} hours, and with ${ruleThresholds.predictedFromFds * 100} % of the limit in use, plan a restart of the daemon.`,
  queries: [
    now(
      `${fds}\nor ${notSoon} + (time() - ${started} <= bool ${window}) and ${open} and ignoring (limit) ${limit}`,
      '{{daemon}}',
    ),
  ],
  unit: units.seconds,
  words,
  alerts: ['DockerdFdsExhaustionPredicted'],
  empty: unseen,
});

export const poolLeft = stat({
  title: 'Thin pool lasts for',
  shows: `${pace}, the time until the thin pool of devicemapper is full.`,
  normal: `“${noPool}” or “${later}”.`,
  act: `below ${day} hours, and with ${ruleThresholds.predictedFromPool * 100} % in use, remove images and containers or extend the pool.`,
  queries: [now(`${pool}\nor ${notSoon} + 0 * ${size}`, '{{space}}')],
  words,
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
  empty: `${noPool}, or not within 30 days`,
});
