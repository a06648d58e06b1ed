/** The table of the hosts that need somebody, a row for each, and none for those that do not. */
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { rows } from '../lib/queries.ts';
import { type Column, table } from '../lib/tables.ts';
import { type Cell, cells } from './cells.ts';
import { hostColumn } from './host-column.ts';

const columnsOf = ({ expr: _, labels, ...column }: Cell, index: number): readonly Column[] =>
  labels === undefined
    ? [{ ...column, field: `Value #${String.fromCharCode('A'.charCodeAt(0) + index)}` }]
    : Object.entries(labels).map(([field, title]) => ({ field, title, width: column.width }));

/** Worst first: what pages, then what is a ticket, then the kinds of residue. */
const worstFirst = ['Pages', 'Tickets', 'Residue'].map((displayName) => ({ displayName, desc: true }));

export function attention(): Panel {
  const panel = table({
    title: 'Hosts needing attention',
    shows:
      'Hosts with residue, with a page or ticket that fires, with an Engine that does not answer or without an exporter, the worst first. Zombies, unkillable processes, ghosts, orphans and mounts are what stayed for 10 minutes to an hour.',
    normal: 'no rows. Cells take the colour of the alert whose limit they have reached.',
    act: 'click the name of a host to see what is wrong with it, and whether it gets worse.',
    queries: cells.map(({ expr }) => rows(expr)),
    columns: [hostColumn(), { field: 'cluster', title: 'Cluster', width: 110 }, ...cells.flatMap(columnsOf)],
    empty: 'No host needs attention',
    alerts: [
      'DockerHostNeedsRecycle',
      'DockerEngineHung',
      'DockerEngineDown',
      'DockerdFdsNearLimit',
      'DockerHostZombies',
      'DockerHostUnkillableProcesses',
      'DockerHostGhostContainers',
      'DockerHostOrphanProcesses',
      'DockerHostLingeringMounts',
      'DockerHostLeakedMounts',
      'DockerThinPoolNearFull',
    ],
    limits: {},
    width: 24,
    height: 10,
  });
  return { ...panel, options: { ...panel.options, sortBy: worstFirst } };
}
