/** Which hosts need me? */

import { attention } from './fleet/attention.ts';
import { withoutJobToo } from './fleet/firing.ts';
import { inventory } from './fleet/inventory.ts';
import { spread } from './fleet/spread.ts';
import { trends } from './fleet/trends.ts';
import { verdict } from './fleet/verdict.ts';
import { fleetMarks } from './lib/annotations.ts';
import type { DashboardSpec } from './lib/finalise.ts';
import { uids } from './lib/links.ts';
import { fleetVariables } from './lib/variables.ts';

export const fleetDashboard: DashboardSpec = {
  uid: uids.fleet,
  title: 'Docker hosts / Fleet',
  description: 'Which hosts need me? From the verdict to the hosts, then to what they have in common.',
  variables: fleetVariables(),
  annotations: fleetMarks(withoutJobToo),
  rows: [
    { title: 'Verdict', panels: verdict() },
    { title: 'Hosts', panels: [attention()] },
    { title: 'What and where', panels: spread() },
    { title: 'Trends', panels: trends() },
    { title: 'Inventory', collapsed: true, panels: inventory() },
  ],
};
