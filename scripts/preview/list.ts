/** One picture; paths are from the root of the repository. */
export interface Picture {
  readonly dashboard: string;
  readonly file: string;
  /** Name of one of the choices of hosts of test/dashboards/support/variations.ts. */
  readonly hosts: string;
}

/** The fixture host that is worst off. */
const sickest = 'old.ci.example:9713';

export const list: readonly Picture[] = [
  { dashboard: 'dashboards/fleet.json', file: 'docs/images/dashboard-fleet.png', hosts: 'all hosts' },
  { dashboard: 'dashboards/host.json', file: 'docs/images/dashboard-host.png', hosts: sickest },
  { dashboard: 'dashboards/exporter.json', file: 'docs/images/dashboard-exporter.png', hosts: 'all hosts' },
];

/** CSS pixels; one of them is one pixel of the picture. The height is that of the dashboard. */
export const width = 1400;

/** Bytes of a picture at most. */
export const largest = 400_000;
