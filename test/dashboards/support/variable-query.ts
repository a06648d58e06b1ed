/** What the text of a query variable asks for. */
export interface VariableQuery {
  readonly kind: 'labels' | 'instant';
  /** Of `labels`: the selector, empty if there is none. */
  readonly expr: string;
  readonly label?: string;
}

/**
 * Reads `label_values(selector, label)`, `label_values(label)` and `query_result(expression)`. `place` is for the
 * error. Errors: any other text, as Grafana takes that for the name of a metric or for nothing.
 */
export function variableQuery(text: string, place: string): VariableQuery {
  const inner = (name: string) => new RegExp(`^\\s*${name}\\((.*)\\)\\s*$`, 's').exec(text)?.[1]?.trim();
  const result = inner('query_result');
  if (result !== undefined) return { kind: 'instant', expr: result };
  const values = inner('label_values');
  const [, selector = '', label] = /^(?:(.*),)?\s*([a-zA-Z_]\w*)$/s.exec(values ?? '') ?? [];
  if (label === undefined)
    throw new Error(`${place}: expected label_values() or query_result(), got ${text.slice(0, 80)}`);
  return { kind: 'labels', expr: selector.trim(), label };
}
