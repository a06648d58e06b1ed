/**
 * Where a runbook is. The project does not know its address at the user's: the variable `runbook_base` is put
 * before the path that the rules give in `runbook_url`, and it is empty until somebody sets it.
 *
 * Use: `runbookUrl('DockerEngineDown')`, or `runbookUrlOf('alertname')` for a column that holds names of alerts.
 */
import { DashboardLinkBuilder, DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';
import type { AlertName } from './limits.ts';

export const runbookVariable = 'runbook_base';

/** From the root of the repository, as in the rules. */
export const runbookPath = (alert: string): string => `docs/runbooks/${alert}.md`;

/** `:raw`, or else Grafana would escape what is an address already. */
const url = (path: string): string => `\${${runbookVariable}:raw}${path}`;

export const runbookUrl = (alert: AlertName): string => url(runbookPath(alert));

/** For a data link on a table: the runbook of the alert that the row has in `field`. */
export const runbookUrlOf = (field: string): string => url(runbookPath(`\${__data.fields["${field}"]}`));

/** The page of all advisories. */
export const advisoriesUrl = url('docs/advisories.md');

/** For a data link on a table: the advisory that the row has in `field`; the page lists all where its id has a dot. */
export const advisoryUrlOf = (field: string): string => url(`docs/advisories.md#\${__data.fields["${field}"]}`);

/** The link of a panel to the runbook of its alert. */
export const runbookLink = (alert: AlertName): DashboardLinkBuilder => outward(`Runbook ${alert}`, runbookUrl(alert));

/** A link that opens a tab of its own, so that the dashboard stays. */
export const outward = (title: string, address: string): DashboardLinkBuilder =>
  new DashboardLinkBuilder(title).type(DashboardLinkType.Link).url(address).targetBlank(true);
