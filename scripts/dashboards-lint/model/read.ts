import { readQueries } from '../queries/read.ts';
import type { Dashboard, DashboardFile } from './dashboard.ts';
import { objectOf, objectsOf, textOf } from './json.ts';
import { readPanel } from './read-panels.ts';
import { readVariable } from './read-variables.ts';

/** A dashboard from its file. Never throws: a text that is no JSON is a problem. */
export function readDashboard({ path, text }: DashboardFile): Dashboard | { readonly problem: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const json = objectOf(parsed);
  const variables = objectsOf(objectOf(json['templating'])['list']).map(readVariable);
  const top = objectsOf(json['panels']).map(readPanel);
  const panels = top.flatMap((panel) => [panel, ...panel.inner]);
  const annotations = objectsOf(objectOf(json['annotations'])['list']);
  const queries = readQueries(panels, variables, annotations);
  return { path, uid: textOf(json['uid']), json, variables, top, panels, queries };
}
