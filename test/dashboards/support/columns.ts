import type { Panel } from './grafana.ts';
import type { Trial } from './verdict.ts';

/** They change which rows and columns there are in a way that is known; with others the columns are not judged. */
const understood = new Set(['merge', 'joinByField', 'filterFieldsByName', 'organize', 'sortBy', 'labelsToFields']);

type Names = Readonly<Record<string, unknown>>;

/** The fields that the transformations of a table name, by the names that Prometheus gives them. */
function namedFields({ transformations = [] }: Panel): readonly string[] {
  if (!transformations.every(({ id }) => understood.has(id))) return [];
  return transformations.flatMap(({ id, options = {} }) => {
    if (id === 'organize') return Object.keys((options['renameByName'] as Names | undefined) ?? {});
    if (id === 'filterFieldsByName') return ((options['include'] as Names | undefined)?.['names'] as string[]) ?? [];
    return id === 'joinByField' ? [String(options['byField'])] : [];
  });
}

/** The fields of a table of these queries: labels, the time, and a value for each query. */
function fieldsOf(trials: readonly Trial[]): ReadonlySet<string> {
  const labels = trials.flatMap(({ answers }) =>
    answers.flatMap(({ answer }) => answer.series.flatMap((each) => Object.keys(each.labels))),
  );
  const values = trials.length === 1 ? ['Value'] : trials.map(({ query }) => `Value #${query.refId}`);
  return new Set(['Time', ...values, ...labels]);
}

/** Columns of a table that no query of it has on any host. After a join Grafana numbers labels that come twice. */
export function unknownColumns(panel: Panel, trials: readonly Trial[]): readonly string[] {
  const fields = fieldsOf(trials);
  const named = panel.type === 'table' ? namedFields(panel) : [];
  return [...new Set(named)].filter((name) => !fields.has(name) && !fields.has(name.replace(/ \d+$/, '')));
}

/** Where the values of a label stand in a list, row by row, in each answer to a table of the host dashboard. */
export const ranksIn = (
  trials: readonly Trial[],
  title: string,
  label: string,
  list: readonly string[],
): readonly (readonly number[])[] =>
  trials
    .filter(({ query }) => query.dashboard === 'dockerhost-host' && query.place === title)
    .flatMap(({ answers }) =>
      answers.map(({ answer }) => answer.series.map(({ labels }) => list.indexOf(labels[label] ?? ''))),
    );
