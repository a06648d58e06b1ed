import { readLinks } from '../links/read.ts';
import type { Dashboard } from '../model/dashboard.ts';
import { listOf, objectsOf } from '../model/json.ts';
import type { Check, DashboardContext, Problem } from './check.ts';
import { linkProblems } from './link-problems.ts';

/** Every link to a dashboard finds it, and what it carries is a variable there. */
export const links: Check = {
  name: 'link',
  dashboard: (context) => [...toTags(context), ...toDashboards(context)],
};

const toDashboards = (context: DashboardContext): readonly Problem[] =>
  [
    ...readLinks({ ...context.dashboard.json, panels: undefined }).map((link) => ({ link, panel: undefined })),
    ...context.dashboard.panels.flatMap((panel) =>
      readLinks({ ...panel.json, panels: undefined }).map((link) => ({ link, panel })),
    ),
  ].flatMap(({ link, panel }) =>
    linkProblems(link, context).map((problem) => ({ ...problem, ...(panel && { panel }) })),
  );

/** A list of dashboards by their tags has one in it that is another one. */
function toTags({ dashboard, dashboards }: DashboardContext): readonly Problem[] {
  return objectsOf(dashboard.json['links'])
    .filter(({ type }) => type === 'dashboards')
    .map(({ tags }) => listOf(tags).map(String))
    .filter(
      (tags) => !dashboards.some((other) => other !== dashboard && tags.every((tag) => tagsOf(other).includes(tag))),
    )
    .map((tags) => ({
      wrong: `a list of dashboards with ${tags.join(', ') || 'no tag'}`,
      expected: 'tags of another dashboard',
    }));
}

const tagsOf = ({ json }: Dashboard): readonly string[] => listOf(json['tags']).map(String);
