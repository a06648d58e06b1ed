import { board, having, type Json, labelVariable, panel, type Row } from '../boards.ts';

const other = having(
  {
    more: labelVariable(
      'daemon',
      'label_values(dockerhost_daemon_up{cluster=~"$cluster",job=~"$job",instance=~"$instance"}, daemon)',
    ),
  },
  { uid: 'dockerhost-c', description: '$daemon', tags: ['docker-host', 'c'] },
);
const others = [other];
const linked = (url: string) => board({ panels: [panel({ links: [{ title: 'C', url }] })] });
const carried = 'var-instance=${__field.labels.instance:percentencode}&${__url_time_range}';
const asColumn = (url: string): Json =>
  board({
    panels: [
      panel({
        fieldConfig: {
          defaults: { unit: 'short' },
          overrides: [
            {
              matcher: { id: 'byName', options: 'instance' },
              properties: [{ id: 'links', value: [{ title: 'C', url }] }],
            },
          ],
        },
      }),
    ],
  });
const named = (given: Json) => board({ panels: [panel(given)] });

/** Checks of links. */
export const linkRows: readonly Row[] = [
  {
    check: 'link',
    title: 'a dashboard that is not there',
    bad: linked('/d/dockerhost-d?${cluster:queryparam}'),
    finding: 'P: a link to dockerhost-d; expected one of dockerhost-b, dockerhost-c',
    good: linked('/d/dockerhost-c?${cluster:queryparam}'),
    others,
  },
  {
    check: 'link',
    title: 'one in a text',
    bad: named({ description: 'See [that](/d/nowhere/x?var-job=a).' }),
    finding: 'P: a link to nowhere; expected one of dockerhost-b, dockerhost-c',
    good: named({ description: 'See [that](/d/dockerhost-c/x?var-job=a) and/d/or.' }),
    others,
  },
  {
    check: 'link',
    title: 'one of a column with a variable that is not there',
    bad: asColumn(`/d/dockerhost-c?var-host=x&${carried}`),
    finding: 'P: a link to dockerhost-c: variable host; expected one of datasource, cluster, job, instance, daemon',
    good: asColumn(`/d/dockerhost-c?var-daemon=x&${carried}`),
    others,
  },
  {
    check: 'link',
    title: 'a variable that the other dashboard has not',
    bad: { ...other, uid: 'dockerhost-b', links: [{ type: 'link', url: 'd/dockerhost-c/title?${daemon:queryparam}' }] },
    finding: 'a link to dockerhost-c: variable daemon; expected one of datasource, cluster, job, instance',
    good: { ...other, uid: 'dockerhost-b', links: [{ type: 'link', url: 'd/dockerhost-c/title?${job:queryparam}' }] },
    others: [board({ uid: 'dockerhost-c' })],
  },
  {
    check: 'link',
    title: 'all variables, of which the other dashboard lacks one',
    bad: {
      ...other,
      uid: 'dockerhost-b',
      links: [{ type: 'link', url: '/d/dockerhost-c?${__all_variables:queryparam}' }],
    },
    finding: 'a link to dockerhost-c: variable daemon; expected one of datasource, cluster, job, instance',
    good: board({ links: [{ type: 'link', url: '/d/dockerhost-c?${__all_variables:queryparam}' }] }),
    others: [board({ uid: 'dockerhost-c' })],
  },
  {
    check: 'link',
    title: 'several values as one',
    bad: linked('/d/dockerhost-c?var-cluster=$cluster'),
    finding: 'P: a link to dockerhost-c: $cluster as one value; expected ${cluster:queryparam}',
    good: linked('/d/dockerhost-c?var-datasource=$datasource'),
    others,
  },
  {
    check: 'link',
    title: 'a parameter that Grafana does not know',
    bad: linked('/d/dockerhost-c?cluster=a'),
    finding:
      'P: a link to dockerhost-c: the parameter cluster=a; expected var-name=value, ${name:queryparam} or a time',
    good: linked('/d/dockerhost-c?from=now-1h&to=now'),
    others,
  },
  {
    check: 'link',
    title: 'a panel that is not there',
    bad: linked('/d/dockerhost-c?viewPanel=2'),
    finding: 'P: a link to dockerhost-c: panel 2; expected a panel that is there',
    good: linked('/d/dockerhost-c?viewPanel=1'),
    others,
  },
  {
    check: 'runbook-link',
    title: 'an alert that is not there',
    bad: named({ links: [{ url: 'docs/runbooks/B.md' }] }),
    finding: 'P: docs/runbooks/B.md of no alert; expected an alert of rules/',
    good: named({ links: [{ url: 'docs/runbooks/State.md' }] }),
    besidesBad: ['runbook-link: P: there is no docs/runbooks/B.md; expected a runbook'],
  },
  {
    check: 'runbook-link',
    title: 'a runbook only in words',
    bad: named({ description: 'What to do: docs/runbooks/State.md' }),
    finding: 'P: docs/runbooks/State.md only in words; expected a link to it',
    good: named({ description: 'What to do: docs/runbooks/State.md', links: [{ url: 'docs/runbooks/State.md' }] }),
  },
];
