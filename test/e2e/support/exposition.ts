/** The tests' own reader of the text format, apart from the library that writes it. */
export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Exposition {
  readonly text: string;
  readonly series: readonly Series[];
  /** Of `# TYPE`, by name. */
  readonly types: ReadonlyMap<string, string>;
  /** The one series with at least these labels; undefined when there is none. @throws Error when there are several. */
  value(name: string, labels?: Readonly<Record<string, string>>): number | undefined;
  samples(name: string): readonly Series[];
  /** Values of a metric by one of its labels. */
  by(name: string, label: string, labels?: Readonly<Record<string, string>>): Record<string, number>;
}

const line = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const label = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"(?:,|$)/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };

function parseLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  label.lastIndex = 0;
  while (label.lastIndex < text.length) {
    const at = label.lastIndex;
    const match = label.exec(text);
    if (match === null) throw new Error(`not a label at ${at} of {${text}}`);
    const [, name = '', raw = ''] = match;
    labels[name] = raw.replace(/\\(.)/g, (_, character: string) => escapes[character] ?? character);
  }
  return labels;
}

function parseNumber(text: string): number {
  // Prometheus reads numbers as Go does: in upper or lower case.
  if (/^nan$/i.test(text)) return Number.NaN;
  const value = Number(text.replace('Inf', 'Infinity'));
  if (Number.isNaN(value)) throw new Error(`not a value: ${text}`);
  return value;
}

function parseSeries(text: string): Series {
  const match = line.exec(text);
  if (match === null) throw new Error(`not a line of an exposition: ${text.slice(0, 80)}`);
  const [, name = '', labels = '', value = ''] = match;
  return { name, labels: parseLabels(labels), value: parseNumber(value) };
}

/** @throws Error on any line that is not of the format. */
export function parseExposition(text: string): Exposition {
  const lines = text.split('\n').filter((each) => each !== '');
  const series = lines.filter((each) => !each.startsWith('#')).map(parseSeries);
  const types = new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]));
  const samples = (name: string) => series.filter((each) => each.name === name);
  const having = (name: string, labels: Readonly<Record<string, string>>) =>
    samples(name).filter((each) => Object.entries(labels).every(([key, wanted]) => each.labels[key] === wanted));
  return {
    text,
    series,
    types,
    samples,
    value(name, labels = {}) {
      const found = having(name, labels);
      if (found.length > 1) throw new Error(`${found.length} series of ${name} have ${JSON.stringify(labels)}`);
      return found[0]?.value;
    },
    by: (name, key, labels = {}) =>
      Object.fromEntries(having(name, labels).map((each) => [each.labels[key], each.value])),
  };
}
