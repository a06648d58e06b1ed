import { textsIn } from '../model/json.ts';
import { variablesIn } from '../queries/variables-in.ts';

/** What a variable holds at first is no text in which Grafana replaces anything. */
const ofState = new Set(['current', 'options']);

/** The names of all variables that some JSON uses. */
export const variablesOf = (json: unknown): ReadonlySet<string> =>
  new Set(
    textsIn(json)
      .filter(({ keys }) => !(keys[0] === 'templating' && keys.some((key) => ofState.has(key))))
      .flatMap(({ text }) => variablesIn(text)),
  );
