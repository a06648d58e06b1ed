import type { Dashboard } from '../model/dashboard.ts';
import { listOf, objectsOf } from '../model/json.ts';
import type { Check, DashboardContext, Problem } from './check.ts';
import { manyForOne } from './many-for-one.ts';

/** A list of dashboards by their tags has one in it that is another one, and each takes what it is given. */
export const linksByTag: Check = {
  name: 'link-by-tag',
  dashboard: ({ dashboard, dashboards }) =>
    objectsOf(dashboard.json['links'])
      .filter(({ type }) => type === 'dashboards')
      .flatMap(({ tags, includeVars }) => {
        const found = othersWith(listOf(tags).map(String), dashboard, dashboards);
        if (found.length === 0) return [nothingWith(listOf(tags).map(String))];
        return includeVars === true ? found.flatMap((other) => taken(dashboard, other)) : [];
      }),
};

const othersWith = (tags: readonly string[], dashboard: Dashboard, all: DashboardContext['dashboards']) =>
  all.filter((other) => other !== dashboard && tags.every((tag) => tagsOf(other).includes(tag)));

const tagsOf = ({ json }: Dashboard): readonly string[] => listOf(json['tags']).map(String);

const nothingWith = (tags: readonly string[]): Problem => ({
  wrong: `a list of dashboards with ${tags.join(', ') || 'no tag'}`,
  expected: 'tags of another dashboard',
});

const taken = (source: Dashboard, target: Dashboard): readonly Problem[] =>
  source.variables
    .flatMap(({ name }) => manyForOne(name, source, target))
    .map(({ wrong, expected }) => ({ wrong: `a list of dashboards with ${target.uid}: ${wrong}`, expected }));
