/** What the hosts have in common: versions and drivers. */
import { fleet, rows } from '../lib/queries.ts';
import { table } from '../lib/tables.ts';
import { hosts } from './host-column.ts';
import { risks } from './risks.ts';

const versions = () =>
  table({
    title: 'Engine versions',
    shows: 'Hosts by version of the Engine and of its containerd. An Engine that hangs is not in it.',
    normal: 'one or two versions, while one replaces the other.',
    act: 'compare with the hosts that need attention: trouble that has one version has its cause there.',
    queries: [rows(`count by (version, containerd_version) (${fleet('dockerhost_engine_info')})`)],
    columns: [{ field: 'version', title: 'Engine' }, { field: 'containerd_version', title: 'containerd' }, hosts],
    sortBy: hosts.title,
    empty: 'No Engine tells its version',
    width: 8,
  });

const drivers = () =>
  table({
    title: 'Storage drivers',
    shows: 'Hosts by storage driver and the file system below it.',
    normal: 'overlay2, or overlayfs where containerd keeps the images.',
    act: 'plan the move of what else there is: containers and images do not come along.',
    queries: [rows(`count by (driver, backing_filesystem) (${fleet('dockerhost_storage_driver_info')})`)],
    columns: [{ field: 'driver', title: 'Driver' }, { field: 'backing_filesystem', title: 'On' }, hosts],
    sortBy: hosts.title,
    empty: 'No Engine tells its driver',
    width: 8,
  });

const kernels = () =>
  table({
    title: 'Kernels',
    shows: 'Hosts by release of their kernel and by distribution.',
    normal: 'few releases, none of them years old.',
    act: 'restart the hosts that an update of the kernel still waits for.',
    queries: [rows(`count by (release, distribution) (${fleet('dockerhost_kernel_info')})`)],
    columns: [{ field: 'release', title: 'Kernel' }, { field: 'distribution', title: 'Distribution' }, hosts],
    sortBy: hosts.title,
    empty: 'No host tells its kernel',
    width: 8,
  });

export const inventory = () => [versions(), drivers(), kernels(), ...risks()];
