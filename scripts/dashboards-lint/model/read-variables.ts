import type { Variable } from './dashboard.ts';
import { type JsonObject, objectOf, textOf } from './json.ts';

/** One entry of `templating.list`. */
export const readVariable = (json: JsonObject): Variable => ({
  name: textOf(json['name']),
  type: textOf(json['type']),
  label: textOf(json['label']),
  query: textOf(json['query']) || textOf(objectOf(json['query'])['query']),
  isMany: json['multi'] === true || json['includeAll'] === true,
  json,
});
