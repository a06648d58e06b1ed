/** Can I trust this? For who runs the exporter, and for a doubt about what the other dashboards say. */
import { collectors } from './exporter/collectors.ts';
import { cost } from './exporter/cost.ts';
import { reach } from './exporter/reach.ts';
import { exporters } from './exporter/select.ts';
import { sight } from './exporter/sight.ts';
import { verdict } from './exporter/verdict.ts';
import { versions } from './exporter/versions.ts';
import { alertMarks } from './lib/annotations.ts';
import type { DashboardSpec } from './lib/finalise.ts';
import { uids } from './lib/links.ts';
import { exporterVariables } from './lib/variables.ts';

export const exporterDashboard: DashboardSpec = {
  uid: uids.exporter,
  title: 'Docker hosts / Exporter',
  description: 'Can I trust this? Whether the exporters are reached, what they can see, and what they cost.',
  variables: exporterVariables(),
  annotations: alertMarks(exporters),
  rows: [
    { title: 'Verdict', panels: verdict() },
    { title: 'Is every host scraped?', panels: reach() },
    { title: 'Can every part of a host be read?', panels: collectors() },
    { title: 'What is not seen', panels: sight() },
    { title: 'What the exporters cost', panels: cost() },
    { title: 'Versions', collapsed: true, panels: versions() },
  ],
};
