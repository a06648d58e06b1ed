/** What is known to be wrong with the versions and settings of the hosts. */
import { fleet, rows } from '../lib/queries.ts';
import { advisoriesUrl, outward } from '../lib/runbooks.ts';
import { type Column, table } from '../lib/tables.ts';
import { advisorySeverityWords, verdictWords } from '../lib/words.ts';
import { hostColumn, hosts } from './host-column.ts';
import { onHost } from './joins.ts';

const advisory: Column = { field: 'advisory', title: 'Advisory', link: outward('What it is', advisoriesUrl) };

const risky = fleet('dockerhost_advisory', 'verdict="exposed"', 'severity=~"critical|high"');

const riskyKernels = () =>
  table({
    title: 'Risky hosts by kernel',
    shows: 'Advisories of severity critical or high that hosts are exposed to, by the kernel of these hosts.',
    normal: 'no rows.',
    act: 'read the advisory: it says which versions are free of the fault, and what helps until then.',
    queries: [
      rows(
        `count by (release, advisory, severity) (${risky} * ${onHost()} group_left (release) ${fleet('dockerhost_kernel_info')})`,
      ),
    ],
    columns: [
      { field: 'release', title: 'Kernel' },
      advisory,
      { field: 'severity', title: 'Severity', words: advisorySeverityWords, width: 90 },
      hosts,
    ],
    sortBy: hosts.title,
    alerts: ['DockerHostVersionRisk'],
    empty: 'No host is exposed to a serious fault',
    width: 12,
  });

const advisories = () =>
  table({
    title: 'Advisories',
    shows: 'All known faults and ends of support that hosts are exposed to, or may be.',
    normal: 'short, and nothing in red.',
    act: 'where the verdict is possible, docker-host-exporter advise on the host says what it goes by.',
    queries: [
      rows(`count by (advisory, severity, verdict) (${fleet('dockerhost_advisory', 'verdict=~"exposed|possible"')})`),
    ],
    columns: [
      advisory,
      { field: 'severity', title: 'Severity', words: advisorySeverityWords, width: 90 },
      { field: 'verdict', title: 'Verdict', words: verdictWords, width: 90 },
      hosts,
    ],
    sortBy: hosts.title,
    alerts: ['DockerHostVersionRisk'],
    empty: 'No host is exposed to a known fault',
    width: 12,
  });

const deprecated = fleet('dockerhost_storage_driver_info', 'driver=~"aufs|overlay|devicemapper"');

const deprecatedDrivers = () =>
  table({
    title: 'Deprecated storage drivers',
    shows: 'Hosts with aufs, overlay or devicemapper, which newer Engines no longer have.',
    normal: 'no rows.',
    act: 'move these hosts to overlay2 before their Engine is updated; loop devices come first.',
    queries: [rows(`max by (cluster, job, instance, driver, loopback) (${deprecated})`)],
    columns: [
      hostColumn(),
      { field: 'cluster', title: 'Cluster' },
      { field: 'driver', title: 'Driver' },
      { field: 'loopback', title: 'On loop devices' },
    ],
    sortBy: 'Driver',
    ascending: true,
    alerts: ['DockerHostDeprecatedStorageDriver'],
    empty: 'No host uses a deprecated driver',
    width: 12,
  });

const end = fleet('dockerhost_end_of_life_timestamp_seconds');

const support = () =>
  table({
    title: 'End of support',
    shows:
      'Hosts of which a component gets no fixes any more, those where it ends within 90 days, and all that are known.',
    normal: 'nobody past the end.',
    act: 'plan the update; the advisories eol-... say to which version.',
    queries: [
      rows(`sum by (component) (${end} <= bool time())`),
      rows(`sum by (component) ((${end} > bool time()) * (${end} <= bool time() + 90 * 86400))`),
      rows(`count by (component) (${end})`),
    ],
    columns: [
      { field: 'component', title: 'Component' },
      { field: 'Value #A', title: 'Past the end', limits: { warning: 1 } },
      { field: 'Value #B', title: 'Within 90 days', limits: { info: 1 } },
      { field: 'Value #C', title: 'Known' },
    ],
    sortBy: 'Past the end',
    empty: 'No end of support is known',
    width: 12,
  });

export const risks = () => [riskyKernels(), advisories(), deprecatedDrivers(), support()];
