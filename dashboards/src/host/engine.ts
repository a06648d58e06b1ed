/** Second row: does the Engine answer, how fast, and does it stay up. */
import { probeCodes } from '../lib/engine-code.ts';
import type { Row } from '../lib/finalise.ts';
import { stateTimeline, timeSeries } from '../lib/panels.ts';
import { host, range } from '../lib/queries.ts';
import { ruleThresholds } from '../lib/thresholds.ts';
import { units } from '../lib/units.ts';
import { engineWords } from '../lib/words.ts';

const answers = stateTimeline({
  title: 'Answers of the Engine',
  shows: 'How each probe was answered: /_ping, a list of one container, and /info.',
  normal: 'green throughout.',
  act: 'all without an answer is a dockerd that hangs; /info alone is a containerd that does. Do not restart before looking at the runbook.',
  queries: [range(probeCodes(host), '{{probe}}')],
  unit: units.none,
  words: engineWords,
  alerts: ['DockerEngineHung', 'DockerEngineDown'],
  width: 12,
  empty: 'The Engine is not asked: the collector is off',
});

const duration = timeSeries({
  title: 'Time to an answer',
  shows: 'How long each probe took. A timeout shows the time limit of the exporter.',
  normal: 'milliseconds; /info up to some tenths of a second. The line is for the list.',
  act: 'a slow list comes before a hang: look for many containers, a slow disk and a daemon that spins.',
  queries: [range(host('dockerhost_engine_probe_duration_seconds'), '{{probe}}')],
  unit: units.seconds,
  alerts: ['DockerEngineSlow'],
  width: 12,
  empty: 'The Engine is not asked: the collector is off',
});

const failed = timeSeries({
  title: 'Probes that failed, by the hour',
  shows: 'Share of the last hour in which the list of containers got no good answer, by what came instead.',
  normal: '0 %.',
  act: 'single timeouts under load are a warning; “denied” means that the exporter has no access to the socket.',
  queries: [
    range(`avg_over_time(${host('dockerhost_engine_probe_state', 'probe="list"', 'state!="ok"')}[1h])`, '{{state}}'),
  ],
  unit: units.ratio,
  max: 1,
  empty: 'The Engine is not asked: the collector is off',
});

const silence = timeSeries({
  title: 'Since the last good answer',
  shows: 'Time since the exporter last had a good answer, by probe.',
  normal: '0, or the time between two scrapes.',
  act: 'a line that rises tells since when the Engine hangs, also where the scrapes of that time are lost.',
  queries: [range(`time() - ${host('dockerhost_engine_last_answer_timestamp_seconds')}`, '{{probe}}')],
  unit: units.seconds,
  empty: 'The Engine has not answered this exporter yet',
});

const restarted = host('dockerhost_daemon_restarts_total', 'daemon="dockerd"');

const restarts = timeSeries({
  title: 'Restarts of dockerd',
  shows: 'Restarts that the exporter has seen within an hour, and within 20 minutes.',
  normal: 'none but those of upgrades.',
  act: `${ruleThresholds.restarts.warning} within an hour is a ticket, ${ruleThresholds.restarts.critical} within 20 minutes a page: see the log of dockerd for why it ended.`,
  queries: [
    range(`increase(${restarted}[1h])`, '{{daemon}}, in an hour'),
    range(`increase(${restarted}[20m])`, '{{daemon}}, in 20 minutes'),
  ],
  unit: units.count,
  bars: true,
  alerts: ['DockerdRestarting'],
  empty: 'The processes of the host are not visible',
});

export const engine: Row = {
  title: 'Engine API: does it answer',
  panels: [answers, duration, failed, silence, restarts],
};
