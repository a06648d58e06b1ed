/** The first row: whether anything needs somebody, in words. */
import { engineCode } from '../lib/engine-code.ts';
import { colours } from '../lib/limits.ts';
import { stat } from '../lib/panels.ts';
import { fleet, now } from '../lib/queries.ts';
import { thresholds } from '../lib/thresholds.ts';
import { units } from '../lib/units.ts';
import { wordsFor } from '../lib/words.ts';
import { evaluatedRules, firing } from './firing.ts';
import { countOf } from './joins.ts';
import { reporting, silent } from './reporting.ts';

const noHosts = 'No host';
const noRules = 'Rules not loaded';

/** From this code of `engineCode` on the Engine itself is at fault, and not what the exporter may ask. */
const engineAtFault = 2;

const engines = () =>
  stat({
    title: 'Engines down or hung',
    shows: 'Hosts on which dockerd does not run, refuses, answers with an error or does not answer at this moment.',
    normal: 'none. A restart of dockerd shows here for a scrape or two.',
    act: 'open the host from the table below; on a hung Engine nothing can be started or stopped.',
    queries: [now(`sum((\n${engineCode(fleet)}\n) >= bool ${engineAtFault})`, 'Engines')],
    unit: units.count,
    alerts: ['DockerEngineDown', 'DockerEngineHung'],
    limits: { critical: 1 },
    words: wordsFor([[0, 'None', colours.fine]]),
    empty: noHosts,
  });

const recycle = () =>
  stat({
    title: 'Hosts to recycle',
    shows: `Hosts with ${thresholds.residueKinds} kinds of residue or more: what only a restart of the host clears.`,
    normal: 'none.',
    act: 'drain such a host, then restart or replace it, one at a time. DockerHostNeedsRecycle fires after six hours.',
    queries: [
      now(`sum(${fleet('instance:dockerhost_residue_signals:sum')} >= bool ${thresholds.residueKinds})`, 'Hosts'),
    ],
    unit: units.count,
    limits: { warning: 1 },
    words: wordsFor([[0, 'None', colours.fine]]),
    empty: 'Not known',
  });

const pages = () =>
  stat({
    title: 'Pages firing',
    shows: 'Alerts of severity critical: they page.',
    normal: 'none.',
    act: 'the table of alerts names them, with a runbook for each.',
    queries: [now(countOf(firing('critical'), evaluatedRules), 'Pages')],
    unit: units.count,
    limits: { critical: 1 },
    words: wordsFor([[0, 'None', colours.fine]]),
    width: 3,
    empty: noRules,
  });

const tickets = () =>
  stat({
    title: 'Tickets firing',
    shows: 'Alerts of severity warning: they are for working hours.',
    normal: 'few, and none that is older than a week.',
    act: 'the table of alerts names them, with a runbook for each.',
    queries: [now(countOf(firing('warning'), evaluatedRules), 'Tickets')],
    unit: units.count,
    limits: { warning: 1 },
    words: wordsFor([[0, 'None', colours.fine]]),
    width: 3,
    empty: noRules,
  });

const collectors = () =>
  stat({
    title: 'Collectors failing',
    shows: 'Parts of hosts that an exporter cannot read now, over all hosts.',
    normal: 'none. While one fails, the alerts that stand on it are silent.',
    act: 'the exporter dashboard says which and since when; the log of that exporter says why.',
    queries: [now(`sum(${fleet('dockerhost_collector_success')} == bool 0)`, 'Collectors')],
    unit: units.count,
    alerts: ['DockerHostCollectorFailing'],
    limits: { warning: 1 },
    words: wordsFor([[0, 'None', colours.fine]]),
    width: 3,
    empty: noHosts,
  });

export const verdict = () => [
  reporting(fleet, { title: 'Hosts reporting', width: 4 }),
  silent(fleet, { title: 'Exporters down', width: 3 }),
  engines(),
  recycle(),
  pages(),
  tickets(),
  collectors(),
];
