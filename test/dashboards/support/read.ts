import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dashboard } from './grafana.ts';
import { root } from './prometheus.ts';

/** The committed dashboards, as Grafana would import them. */
export function committedDashboards(): readonly Dashboard[] {
  const folder = join(root, 'dashboards');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Dashboard);
}
