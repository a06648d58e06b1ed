/** Can I trust this? For who runs the exporter, and for a doubt about what the other dashboards say. */
import { collectors } from './exporter/collectors.ts';
import { cost } from './exporter/cost.ts';
import { reach } from './exporter/reach.ts';
import { exporters } from './exporter/select.ts';
import { sight } from './exporter/sight.ts';
import { verdict } from './exporter/verdict.ts';
import { versions } from './exporter/versions.ts';
import { ticketMarks } from './lib/annotations.ts';
import type { DashboardSpec } from './lib/finalise.ts';
import { others, uids } from './lib/links.ts';
import { exporterVariables } from './lib/variables.ts';

/** Those that say how far the rest may be believed. The only page among them, of no exporter at all, is of no host. */
const ofExporters = 'alertname=~"DockerHost(Exporter|Collector|Visibility|Scrape).*"';

export const exporterDashboard: DashboardSpec = {
  uid: uids.exporter,
  title: 'Docker hosts / Exporter',
  description: 'Can I trust this? Whether the exporters are reached, what they can see, and what they cost.',
  variables: exporterVariables(),
  annotations: ticketMarks(exporters, ofExporters),
  links: others(),
  // Every collector of every host: dear, and nobody watches it by the minute.
  refresh: '5m',
  rows: [
    { title: 'Verdict', panels: verdict() },
    { title: 'Is every host scraped?', panels: reach() },
    { title: 'Can every part of a host be read?', panels: collectors() },
    { title: 'What is not seen', panels: sight() },
    { title: 'What the exporters cost', panels: cost() },
    { title: 'Versions', collapsed: true, panels: versions() },
  ],
};
