import type { Look } from '../model/diagnosis.ts';
import type { Report } from '../model/report.ts';

/** Who shows the page, and what there is besides it. */
export interface About {
  /** Name of the host. */
  readonly host: string;
  /** Version of the exporter. */
  readonly version: string;
  /** Path of the metrics. */
  readonly telemetryPath: string;
  /** Names of the runbooks that can be had under `/docs/runbooks/`, without their ending. */
  readonly runbooks: ReadonlySet<string>;
  /** Seconds until the page asks for itself again; `undefined`: it stays as it is. */
  readonly refreshSeconds: number | undefined;
}

/** Everything that a page is made of. */
export interface View extends Look {
  readonly about: About;
  /** The same as `check` and `/status` give. */
  readonly report: Report;
}
