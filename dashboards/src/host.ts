/** “What is wrong with this one, and is it getting worse?”: the dashboard of a single host. */
import { daemon } from './host/daemon.ts';
import { engine } from './host/engine.ts';
import { garbage } from './host/garbage.ts';
import { hostRow } from './host/host-row.ts';
import { mounts } from './host/mounts.ts';
import { residue } from './host/residue.ts';
import { trust } from './host/trust.ts';
import { verdict } from './host/verdict.ts';
import { versions } from './host/versions.ts';
import { alertMarks, restartMarks } from './lib/annotations.ts';
import type { DashboardSpec } from './lib/finalise.ts';
import { uids } from './lib/links.ts';
import { host } from './lib/queries.ts';
import { hostVariables } from './lib/variables.ts';

export const hostDashboard: DashboardSpec = {
  uid: uids.host,
  title: 'Docker hosts / Host',
  description:
    'What is wrong with this Docker host, and is it getting worse? Closed rows ask nothing until they are opened.',
  variables: hostVariables(),
  annotations: [...alertMarks(host), ...restartMarks(host)],
  rows: [verdict, engine, daemon, residue, mounts, garbage, hostRow, versions, trust],
};
