import { board, having, type Json, labelVariable, panel, type Row, target, threads } from '../boards.ts';

const tagged = (...tags: readonly string[]) => board({ tags: ['docker-host'], links: [{ type: 'dashboards', tags }] });
const daemons = (given: Json = {}) =>
  labelVariable(
    'daemon',
    'label_values(dockerhost_daemon_up{cluster=~"$cluster",job=~"$job",instance=~"$instance"}, daemon)',
    given,
  );
const withDaemons = (given: Json) =>
  having({ more: daemons() }, { description: '$daemon', tags: ['docker-host'], ...given });
const other = withDaemons({ uid: 'dockerhost-c', tags: ['docker-host', 'c'] });
/** A dashboard of one daemon, where others are of any number. */
const ofOne = having(
  { more: daemons({ multi: false, includeAll: false }) },
  { uid: 'dockerhost-c', description: '$daemon', tags: ['docker-host'] },
);
const taking = (includeVars: boolean) =>
  withDaemons({ links: [{ type: 'dashboards', tags: ['docker-host'], includeVars }] });
const lines = (legendFormat: string, url?: string) =>
  board({
    panels: [
      panel({
        targets: [target(threads, { legendFormat })],
        fieldConfig: { defaults: { unit: 'short', ...(url === undefined ? {} : { links: [{ url }] }) }, overrides: [] },
      }),
    ],
  });

/** Checks of what goes along on the way to another dashboard: choices of hosts, and the host of a line. */
export const wayRows: readonly Row[] = [
  {
    check: 'link',
    title: 'a choice of several where the other dashboard has one',
    bad: withDaemons({ links: [{ type: 'link', url: '/d/dockerhost-c?${daemon:queryparam}' }] }),
    finding: 'a link to dockerhost-c: many values of daemon, which has one there; expected a link without daemon',
    good: withDaemons({ links: [{ type: 'link', url: '/d/dockerhost-c?${job:queryparam}' }] }),
    others: [ofOne],
  },
  {
    check: 'link-by-tag',
    title: 'a choice of several that goes along to a dashboard with one',
    bad: taking(true),
    finding:
      'a list of dashboards with dockerhost-c: many values of daemon, which has one there; expected a link without daemon',
    good: taking(false),
    others: [ofOne],
  },
  {
    check: 'link-by-tag',
    title: 'a choice that does not fit the second of two dashboards',
    bad: taking(true),
    finding:
      'a list of dashboards with dockerhost-d: many values of daemon, which has one there; expected a link without daemon',
    good: { ...ofOne, uid: 'dockerhost-b', links: [{ type: 'dashboards', tags: ['docker-host'], includeVars: true }] },
    others: [other, { ...ofOne, uid: 'dockerhost-d' }],
  },
  {
    check: 'instance-link',
    title: 'lines of hosts without a link',
    bad: lines('{{instance}} {{daemon}}'),
    finding:
      'P: lines that are hosts, and no way to them; expected a data link with var-instance=${__field.labels.instance}',
    good: lines('{{daemon}}'),
  },
  {
    check: 'instance-link',
    title: 'a link to some host',
    bad: lines('{{instance}}', '/d/dockerhost-c?${job:queryparam}'),
    finding:
      'P: lines that are hosts, and no way to them; expected a data link with var-instance=${__field.labels.instance}',
    good: lines('{{instance}}', '/d/dockerhost-c?var-instance=${__field.labels.instance:percentencode}'),
    others: [other],
  },
  {
    check: 'link-by-tag',
    title: 'tags of no other dashboard',
    bad: tagged('docker-host', 'b'),
    finding: 'a list of dashboards with docker-host, b; expected tags of another dashboard',
    good: tagged('docker-host', 'c'),
    others: [other],
  },
];
