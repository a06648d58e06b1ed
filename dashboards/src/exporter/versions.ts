/** Which exporters there are. */
import { rows } from '../lib/queries.ts';
import { table } from '../lib/tables.ts';
import { units } from '../lib/units.ts';
import { exporters } from './select.ts';

export const versions = () => [
  table({
    title: 'Versions of the exporter',
    shows: 'Exporters by their version and by the Node.js that runs them.',
    normal: 'one row, or two while one version replaces the other.',
    act: 'update what is behind: advisories are as new as the exporter that carries them.',
    queries: [rows(`count by (version, node_version) (${exporters('dockerhost_exporter_build_info')})`)],
    columns: [
      { field: 'version', title: 'Exporter' },
      { field: 'node_version', title: 'Node.js' },
      { field: 'Value', title: 'Exporters', unit: units.count },
    ],
    sortBy: 'Exporters',
    empty: 'No exporter',
    width: 24,
    height: 6,
  }),
];
