import { exporterDashboard } from '../../dashboards/src/exporter.ts';
import { fleetDashboard } from '../../dashboards/src/fleet.ts';
import { hostDashboard } from '../../dashboards/src/host.ts';
import { dashboardText } from '../../dashboards/src/lib/finalise.ts';
import type { GeneratedPage } from './pages.ts';

const dashboards = [fleetDashboard, hostDashboard, exporterDashboard];

/** The dashboards for Grafana, made from dashboards/src: `dockerhost-host` is dashboards/host.json. */
export const dashboardPages = (): readonly GeneratedPage[] =>
  dashboards.map((spec) => ({
    path: `dashboards/${spec.uid.replace(/^dockerhost-/, '')}.json`,
    text: dashboardText(spec),
  }));
