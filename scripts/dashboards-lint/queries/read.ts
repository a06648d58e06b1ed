import { parseExpr } from '../../rules-lint/promql/parse.ts';
import type { Panel, Query, Variable } from '../model/dashboard.ts';
import { type JsonObject, objectOf, textOf } from '../model/json.ts';
import { readSource } from '../model/read-panels.ts';
import { interpolate } from './interpolate.ts';
import { readVariableQuery } from './variable-query.ts';

/** The queries of a dashboard. A target without a text of PromQL is one, with an empty text. */
export function readQueries(
  panels: readonly Panel[],
  variables: readonly Variable[],
  annotations: readonly JsonObject[],
): readonly Query[] {
  const parsed = (text: string) => parseExpr(interpolate(text, variables));
  const ofPanels = panels.flatMap((panel) =>
    panel.targets.map(({ refId, source, expr }) => ({
      of: 'panel' as const,
      name: refId,
      panel,
      source,
      text: expr,
      parsed: parsed(expr),
    })),
  );
  const ofVariables = variables
    .filter(({ type }) => type === 'query')
    .map(({ name, query, json }) => {
      const read = readVariableQuery(query);
      const source = readSource(json['datasource']);
      if ('problem' in read)
        return { of: 'variable' as const, name, source, text: query, parsed: { ...read, from: 0 } };
      return { of: 'variable' as const, name, source, ...read, parsed: parsed(read.text) };
    });
  const ofAnnotations = annotations.flatMap(readAnnotation).map((query) => ({
    of: 'annotation' as const,
    ...query,
    parsed: parsed(query.text),
  }));
  return [...ofPanels, ...ofVariables, ...ofAnnotations];
}

/** The query of an annotation: beside its name or in its target, where newer versions look; both where they differ. */
function readAnnotation(json: JsonObject): readonly Pick<Query, 'name' | 'source' | 'text'>[] {
  const [name, outer, target] = [textOf(json['name']), readSource(json['datasource']), objectOf(json['target'])];
  if (outer.type === 'grafana' || outer.type === 'datasource') return [];
  const [text, inner] = [textOf(json['expr']), textOf(target['expr'])];
  const source = target['datasource'] === undefined ? outer : readSource(target['datasource']);
  const first = { name, source: outer, text: text || inner };
  const isSame = (inner === '' || inner === first.text) && source.uid === outer.uid && source.type === outer.type;
  return isSame ? [first] : [first, { name, source, text: inner }];
}
