/** The alerts of this host, each with its runbook. */
import { host, rows } from '../lib/queries.ts';
import { outward, runbookUrlOf } from '../lib/runbooks.ts';
import { table } from '../lib/tables.ts';
import { units } from '../lib/units.ts';
import { alertSeverityWords } from '../lib/words.ts';

/** The labels by which alerts of the same name differ on one host. */
const details = ['daemon', 'space', 'collector', 'scope', 'advisory', 'driver', 'kind', 'process', 'name'];

/**
 * Its value is the time from which on the condition holds. Pages first: `or` keeps the order, while a table that sorts
 * by the text would put info before warning.
 */
const since = ['critical', 'warning', 'info']
  .map((severity) => host('ALERTS_FOR_STATE', 'component="docker-host"', `severity="${severity}"`))
  .join(' or ');
const firing = host('ALERTS', 'component="docker-host"', 'alertstate="firing"');
const labels = details.map((label) => `"${label}"`).join(', ');
const joined = `label_join((${since}) * 1000 and ignoring (alertstate) ${firing}, "what", " ", ${labels})`;

export const alertsTable = table({
  title: 'Alerts that fire',
  shows: 'Alerts of this host. The name leads to the runbook once “Runbooks at” is filled in above.',
  normal: 'empty.',
  act: 'begin with a page; what is below it is often its consequence.',
  queries: [rows(`label_replace(${joined}, "what", "$1", "what", " *(.*?) *")`)],
  columns: [
    { field: 'severity', title: 'Severity', words: alertSeverityWords, width: 90 },
    { field: 'alertname', title: 'Alert', link: outward('Runbook', runbookUrlOf('alertname')) },
    { field: 'what', title: 'What' },
    { field: 'Value', title: 'True since', unit: units.fromNow, width: 140 },
  ],
  empty: 'No alert fires',
});
