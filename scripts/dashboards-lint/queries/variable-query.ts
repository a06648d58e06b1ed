const labelValues = /^\s*label_values\(\s*(.*\S)\s*,\s*([A-Za-z_]\w*)\s*\)\s*$/s;
const queryResult = /^\s*query_result\(\s*(.*\S)\s*\)\s*$/s;

export type VariableQuery = { readonly text: string; readonly label?: string } | { readonly problem: string };

/** The PromQL in `label_values(x, label)` or `query_result(x)`. Other functions ask for what no target limits. */
export function readVariableQuery(query: string): VariableQuery {
  const [, text, label] = labelValues.exec(query) ?? [];
  if (text !== undefined && label !== undefined) return { text, label };
  const [, result] = queryResult.exec(query) ?? [];
  if (result !== undefined) return { text: result };
  return {
    problem: `neither label_values(query, label) nor query_result(query): ${JSON.stringify(query.slice(0, 80))}`,
  };
}
