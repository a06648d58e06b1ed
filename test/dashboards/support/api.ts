import type { Labels } from './grafana.ts';

/** A series of an answer: an instant query has one point for each, a range query some. */
export interface Series {
  readonly labels: Labels;
  readonly points: readonly (readonly [seconds: number, value: string])[];
}

/** What Prometheus said to one question, good or bad. */
export interface Answer {
  /** Empty if it went well. */
  readonly error: string;
  /** Warnings, and from Prometheus 2.53 on infos. */
  readonly remarks: readonly string[];
  readonly series: readonly Series[];
}

interface Reply<Data> {
  readonly status: string;
  readonly error?: string;
  readonly warnings?: readonly string[];
  readonly infos?: readonly string[];
  readonly data?: Data;
}

interface Result {
  readonly resultType: 'vector' | 'matrix' | 'scalar' | 'string';
  readonly result: readonly unknown[];
}

interface WrittenSeries {
  readonly metric: Labels;
  readonly value?: Series['points'][number];
  readonly values?: Series['points'];
}

export interface Rule {
  readonly name: string;
  readonly health: string;
  readonly lastError?: string;
}

export interface RangeOfTime {
  /** Unix time, whole seconds. */
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** The HTTP API of one Prometheus. */
export class Api {
  readonly #base: string;

  constructor(address: string) {
    this.#base = `http://${address}/api/v1`;
  }

  instant(query: string, time: number): Promise<Answer> {
    return this.#evaluate('query', { query, time: String(time) });
  }

  range(query: string, { from, to, step }: RangeOfTime): Promise<Answer> {
    return this.#evaluate('query_range', { query, start: `${from}`, end: `${to}`, step: `${step}` });
  }

  /** The values of a label, each as a series of one point, which is how Grafana shows them: as a list. */
  async labelValues(label: string, selector: string | undefined, { from, to }: RangeOfTime): Promise<Answer> {
    const match = selector === undefined ? {} : { 'match[]': selector };
    const words = new URLSearchParams({ start: `${from}`, end: `${to}`, ...match });
    const reply = await this.#get<readonly string[]>(`label/${label}/values?${words}`);
    const series = (reply.data ?? []).map((value) => ({ labels: { [label]: value }, points: [] }));
    return { ...remarksOf(reply), series };
  }

  /** Of every rule that is loaded. */
  async rules(): Promise<readonly Rule[]> {
    const { data } = await this.#get<{ readonly groups: readonly { readonly rules: readonly Rule[] }[] }>('rules');
    return (data?.groups ?? []).flatMap(({ rules }) => rules);
  }

  async #evaluate(path: string, words: Record<string, string>): Promise<Answer> {
    const reply = await this.#get<Result>(path, new URLSearchParams(words));
    return { ...remarksOf(reply), series: reply.data === undefined ? [] : seriesOf(reply.data) };
  }

  async #get<Data>(path: string, body?: URLSearchParams): Promise<Reply<Data>> {
    const post = body === undefined ? {} : { method: 'POST', body };
    const response = await fetch(`${this.#base}/${path}`, { ...post, signal: AbortSignal.timeout(30_000) });
    return (await response.json()) as Reply<Data>;
  }
}

const remarksOf = ({ status, error, warnings = [], infos = [] }: Reply<unknown>): Omit<Answer, 'series'> => ({
  error: status === 'success' ? '' : (error ?? `status ${status}`),
  remarks: [...warnings, ...infos],
});

function seriesOf({ resultType, result }: Result): readonly Series[] {
  if (resultType === 'scalar') return [{ labels: {}, points: [result as unknown as Series['points'][number]] }];
  const written = result as readonly WrittenSeries[];
  return written.map(({ metric, value, values }) => ({ labels: metric, points: values ?? (value ? [value] : []) }));
}
