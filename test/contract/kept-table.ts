import { cronPid } from '../hosts/modern/services.ts';
import { backupPid } from '../hosts/overlay2/processes.ts';
import { accusedMounts, type Cost, nothing } from './cost.ts';
import { always, casesOf, type Row } from './fault-row.ts';

const backup = `proc/${backupPid}`;
const cron = `proc/${cronPid}`;
/** The first process of the container `web`, and the only one of a container in the container `builder`. */
const web = 'proc/1200';
const nested = 'proc/1450';

/** Whatever the process that was not asked holds may be a leaked mount. */
const unasked = (...changed: readonly string[]): Cost => ({
  gone: ['leaked_mounts'],
  changed: ['offender', ...changed],
  failed: ['mounts'],
});
const otherHolder: Cost = { gone: [], changed: ['leaked_mounts'], failed: [] };
const rootUnread: Cost = { gone: accusedMounts, changed: ['offender', 'mount_namespaces'], failed: ['mounts'] };

/**
 * Every kind of file that is read once for each process and then kept: it is broken from the start. A link cannot be
 * guarded by another link, so it is the directory of `ns/mnt` that is.
 */
const table: readonly Row[] = [
  // a process without it has ended, and holds nothing any more
  { path: `${cron}/ns`, missing: nothing, denied: unasked() },
  { path: `${web}/ns`, missing: nothing, denied: unasked() },
  {
    path: `${backup}/ns`,
    missing: { gone: [], changed: ['leaked_mounts', 'mount_namespaces', 'offender'], failed: [] },
    denied: unasked('mount_namespaces'),
  },
  // whether it is a service is not known; a mount it holds all the same
  always(`${backup}/cgroup`, otherHolder),
  {
    path: `${nested}/mountinfo`,
    denied: rootUnread,
    rubbish: rootUnread,
  },
  // another process of the container has told its root by the second look, and the mounts of its namespace if it may
  { path: `${web}/mountinfo`, missing: nothing, denied: nothing, rubbish: unasked('mount_namespaces') },
  always(`${web}/cgroup`, nothing),
];

export const keptCases = table.flatMap(casesOf);
