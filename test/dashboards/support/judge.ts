import type { Answer, Series } from './api.ts';
import { seriesLimitOf } from './limits.ts';
import type { Query } from './queries.ts';

/** Labels that a legend names, as `{{daemon}}`. */
export const legendLabels = (legend: string): readonly string[] =>
  [...legend.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].flatMap(([, label]) => label ?? []);

const shown = ({ labels }: Series): string => JSON.stringify(labels).slice(0, 120);

/** The points of an answer that are no number that can be drawn. */
function notFinite({ series }: Answer): readonly string[] {
  const bad = series.filter(({ points }) => points.some(([, value]) => !Number.isFinite(Number(value))));
  return bad.slice(0, 1).map((each) => `${bad.length} series not finite, as ${shown(each)}`);
}

function tooMany(query: Query, { series }: Answer): readonly string[] {
  const limit = seriesLimitOf(query);
  if (limit === undefined) return [`no panel of the kind ${query.kind} is known`];
  return series.length > limit ? [`${series.length} series, where a panel ${query.kind} can show ${limit}`] : [];
}

/** Labels of the legend that no series has. `optional` ones may be missing everywhere. */
function missingLabels({ legend }: Query, { series }: Answer, optional: readonly string[]): readonly string[] {
  const has = (label: string) => series.some(({ labels }) => (labels[label] ?? '') !== '');
  const missing = legendLabels(legend).filter((label) => !optional.includes(label) && !has(label));
  return missing.map((label) => `no series has the label ${label} of the legend`);
}

/** Two lines with one name cannot be told apart. */
function sameLegend({ legend, kind }: Query, { series }: Answer): readonly string[] {
  if (kind === 'table' || kind === 'annotation' || kind === 'variable') return [];
  if (legend === '') return [];
  const names = series.map(({ labels }) =>
    legend.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, label) => labels[label] ?? ''),
  );
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? [] : [`several series have the legend ${JSON.stringify(twice)}`];
}

/** What is wrong with an answer, whatever the hosts; that it is empty is judged by `emptiness`. */
export function findings(query: Query, answer: Answer, optionalLabels: readonly string[] = []): readonly string[] {
  if (answer.error !== '') return [`refused: ${answer.error.slice(0, 300)}`];
  const remarks = answer.remarks.map((remark) => `remark: ${remark.slice(0, 200)}`);
  if (answer.series.length === 0) return remarks;
  return [
    ...remarks,
    ...notFinite(answer),
    ...tooMany(query, answer),
    ...missingLabels(query, answer, optionalLabels),
    ...sameLegend(query, answer),
  ];
}
