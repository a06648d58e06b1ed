/** How many exporters are scraped, and how many are not: both the fleet and the exporter dashboard begin with it. */
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { colours } from '../lib/limits.ts';
import { stat } from '../lib/panels.ts';
import { now } from '../lib/queries.ts';
import { units } from '../lib/units.ts';
import { wordsFor } from '../lib/words.ts';
import { countOf, type Selector } from './joins.ts';

interface Place {
  readonly title: string;
  readonly width: number;
}

/** Two numbers side by side, without a colour: what is wrong is what is missing between them. */
export function reporting(select: Selector, place: Place): Panel {
  const up = select('up');
  const panel = stat({
    ...place,
    shows: 'How many of the targets of these jobs Prometheus can scrape.',
    normal: 'both numbers are the same.',
    act: 'the exporter dashboard lists those that are down or were lost.',
    queries: [now(countOf(`${up} == 1`, up), 'reporting'), now(`count(${up})`, 'of')],
    unit: units.count,
    decimals: 0,
    empty: 'None',
    alerts: ['DockerHostExporterAbsent'],
  });
  return { ...panel, options: { ...panel.options, colorMode: 'none' } };
}

export const silent = (select: Selector, place: Place): Panel =>
  stat({
    ...place,
    shows: 'Targets of these jobs that Prometheus could not scrape the last time.',
    normal: 'none. Nothing is known about a host while its exporter is down.',
    act: 'look whether the host is up, then whether its exporter runs; the exporter dashboard names them.',
    queries: [now(`sum(${select('up')} == bool 0)`, 'Down')],
    unit: units.count,
    alerts: ['DockerHostExporterDown'],
    limits: { warning: 1 },
    words: wordsFor([[0, 'None', colours.fine]]),
    empty: 'No exporter',
  });
