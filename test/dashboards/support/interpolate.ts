/** Values of a dashboard's variables: a choice of values, or what stands in the query as it is, as that of All. */
export type Values = Readonly<Record<string, readonly string[] | { readonly raw: string }>>;

/** Escapes as Grafana's Prometheus data source does for a variable that may have several values. */
const escapedRegex = (value: string): string =>
  value.replaceAll('\\', '\\\\\\\\').replace(/[$^*{}[\]'+?.()|]/g, '\\\\$&');

const escapedText = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

/** Which variables may have several values, and are therefore escaped for regular expressions. */
export type Multi = ReadonlySet<string>;

function textOf(name: string, values: Values, multi: Multi): string | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if ('raw' in value) return value.raw;
  const [only = ''] = value;
  if (!multi.has(name)) return escapedText(only);
  return value.length === 1 ? escapedRegex(only) : `(${value.map(escapedRegex).join('|')})`;
}

/** `$name`, `${name}`, `${name:format}` and `[[name]]`; `$1` is of a replacement in PromQL. */
const variable = /\$([a-zA-Z_]\w*)|\$\{(\w+)(?::(\w+))?\}|\[\[(\w+)(?::\w+)?\]\]/g;

/**
 * A query as Grafana sends it. Errors: a variable that the dashboard does not have, or a format that these tests do not
 * know, as `${name:csv}`.
 */
export function interpolate(query: string, values: Values, multi: Multi): string {
  return query.replace(variable, (whole, bare?: string, braced?: string, format?: string, bracketed?: string) => {
    const name = bare ?? braced ?? bracketed ?? '';
    if (format !== undefined) throw new Error(`expected no format, got ${whole}`);
    const text = textOf(name, values, multi);
    if (text === undefined) throw new Error(`expected a variable of the dashboard, got ${whole}`);
    return text;
  });
}
