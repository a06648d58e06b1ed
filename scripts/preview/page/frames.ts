import { createDataFrame, type DataFrame, FieldType, type PartialDataFrame } from '@grafana/data';
import type { Series } from '../../../test/dashboards/support/api.ts';
import type { ShownAnswer } from '../document.ts';

const milliseconds = (seconds: number): number => seconds * 1000;

const numbers: Readonly<Record<string, number>> = {
  '+Inf': Number.POSITIVE_INFINITY,
  '-Inf': Number.NEGATIVE_INFINITY,
};
const numberOf = (text: string): number => numbers[text] ?? Number(text);

/** The name of a series by its legend; a label that is missing is nothing. */
const named = (legend: string, { labels }: Series): string =>
  legend.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => labels[label] ?? '');

/** A series as Grafana's Prometheus data source gives it: a time and a value with labels. */
function seriesFrame({ refId, legend, step, shape }: ShownAnswer, series: Series): PartialDataFrame {
  const interval = shape === 'range' ? { interval: milliseconds(step) } : {};
  const name = legend === '' ? {} : { displayNameFromDS: named(legend, series) };
  return {
    refId,
    fields: [
      {
        name: 'Time',
        type: FieldType.time,
        config: interval,
        values: series.points.map(([seconds]) => milliseconds(seconds)),
      },
      {
        name: 'Value',
        type: FieldType.number,
        labels: { ...series.labels },
        config: name,
        values: series.points.map(([, value]) => numberOf(value)),
      },
    ],
  };
}

/** The answer to an instant query as one table: the time, the labels by name, and the value. */
function tableFrame({ refId, series }: ShownAnswer, valueName: string): PartialDataFrame {
  const labels = [...new Set(series.flatMap((each) => Object.keys(each.labels)))].sort();
  return {
    refId,
    fields: [
      {
        name: 'Time',
        type: FieldType.time,
        config: {},
        values: series.map(({ points }) => milliseconds(points[0]?.[0] ?? 0)),
      },
      ...labels.map((label) => ({
        name: label,
        type: FieldType.string,
        config: {},
        values: series.map((each) => each.labels[label] ?? ''),
      })),
      {
        name: valueName,
        type: FieldType.number,
        config: {},
        values: series.map(({ points }) => numberOf(points[0]?.[1] ?? 'NaN')),
      },
    ],
  };
}

/** Answers as frames. Queries that found nothing have none. */
export function framesOf(answers: readonly ShownAnswer[]): DataFrame[] {
  const frames = answers
    .filter(({ series }) => series.length > 0)
    .flatMap((answer) =>
      answer.isTable
        ? [tableFrame(answer, answers.length === 1 ? 'Value' : `Value #${answer.refId}`)]
        : answer.series.map((series) => seriesFrame(answer, series)),
    );
  return frames.map((frame) => createDataFrame(frame));
}
