import type { Variable } from '../model/dashboard.ts';
import { standIns } from './stand-ins.ts';
import { replaceVariables } from './variables-in.ts';

const quoted = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`)/s;

/**
 * PromQL from a query of Grafana: each variable outside of texts has a value, of its own where it is in the file.
 * Within a text it stays as it is, where it is PromQL too and the checks want to see it.
 */
export const interpolate = (text: string, variables: readonly Variable[]): string =>
  text
    .split(quoted)
    .map((part, index) => (index % 2 === 1 ? part : replaceVariables(part, (name) => replacementOf(name, variables))))
    .join('');

function replacementOf(name: string, variables: readonly Variable[]): string | undefined {
  const variable = variables.find((each) => each.name === name);
  return variable === undefined ? standIns[name] : firstChoice(variable);
}

/** `5m` of `5m,1h`, and `60` of `a minute : 60, an hour : 3600`. What is asked of Prometheus is not known here. */
function firstChoice({ type, query }: Variable): string | undefined {
  if (type === 'query') return undefined;
  const [first = ''] = type === 'custom' || type === 'interval' ? query.split(',') : [query];
  return first.split(' : ').at(-1)?.trim();
}
