/**
 * What the Engine says, as one number for each host, so that a panel can say it in words: `engineWords`.
 *
 * Use: `engineCode(host)` or `engineCode(fleet)`, one series for each instance; `probeCodes(host)` has one for each
 * probe. 0 answers, 1 denied, 2 error, 3 no answer in time, 4 refused, 5 no process; `engineOrExporterCode(host)` has
 * 6 besides, where nobody can say because the exporter is down.
 */
import type { host } from './queries.ts';

type Selector = typeof host;

const state = 'dockerhost_engine_probe_state';

/**
 * The worst of it first: /info or the list without an answer is a hang, as in the alert. A process that is not seen
 * counts only when nobody answers, because the Engine may be elsewhere.
 */
export function engineCode(select: Selector): string {
  const found = (series: string): string => `max by (cluster, job, instance) (${series} == 1)`;
  const list = (name: string): string => found(select(state, 'probe="list"', `state="${name}"`));
  const gone = `max by (cluster, job, instance) (${select('dockerhost_daemon_up', 'daemon="dockerd"')}) == 0`;
  return [
    `${found(select(state, 'probe=~"list|info"', 'state="timeout"'))} + 2`,
    `${list('ok')} - 1`,
    `(${gone}) + 5`,
    `${list('refused')} + 3`,
    `${list('error')} + 1`,
    list('denied'),
  ].join('\nor\n');
}

/** Without an exporter there is no word of the Engine, which must not look as if nothing were wrong. */
export const engineOrExporterCode = (select: Selector): string =>
  `${engineCode(select)}\nor\n(max by (cluster, job, instance) (${select('up')}) == 0) + 6`;

const weights = [
  ['denied', 1],
  ['error', 2],
  ['timeout', 3],
  ['refused', 4],
] as const;

/** All states are there and exactly one is 1, so that the sum of their weights is the code of that one. */
export const probeCodes = (select: Selector): string =>
  weights
    .map(([name, weight]) => `${weight} * max without (state) (${select(state, `state="${name}"`)})`)
    .join('\n+\n');
