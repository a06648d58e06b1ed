import type { DataSource, Panel, Place, Target } from './dashboard.ts';
import { type JsonObject, numberOf, objectOf, objectsOf, textOf } from './json.ts';

/** `{"type": "prometheus", "uid": "${datasource}"}`, or only the uid as text. */
export function readSource(value: unknown): DataSource {
  if (typeof value === 'string') return { type: '', uid: value };
  const { type, uid } = objectOf(value);
  return { type: textOf(type), uid: textOf(uid) };
}

export const readPanel = (json: JsonObject): Panel => ({
  id: numberOf(json['id']),
  type: textOf(json['type']),
  title: textOf(json['title']),
  description: textOf(json['description']),
  source: readSource(json['datasource']),
  place: readPlace(objectOf(json['gridPos'])),
  targets: objectsOf(json['targets']).map(readTarget),
  inner: objectsOf(json['panels']).map(readPanel),
  json,
});

const readPlace = ({ x, y, w, h }: JsonObject): Place => ({
  x: numberOf(x),
  y: numberOf(y),
  w: numberOf(w),
  h: numberOf(h),
});

const readTarget = (json: JsonObject): Target => ({
  refId: textOf(json['refId']),
  source: readSource(json['datasource']),
  expr: textOf(json['expr']),
  json,
});
