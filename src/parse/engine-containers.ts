import type { ListedContainer } from '../model/engine.ts';
import { andThen, ok, type Reading } from '../model/reading.ts';
import { containerStateOf } from './container-state.ts';
import { arrayAt, brief, type JsonObject, numberAt, parseObjects, stringAt } from './engine-json.ts';
import { unexpected } from './text.ts';

/**
 * Parses the answer to `GET /containers/json` (Engine API, ContainerList). One container without id or
 * time of creation makes the whole list malformed: a list that is short by one would make that one an orphan.
 *
 * @example `[{"Id":"6083…","Names":["/zom"],"Created":1795351224,"State":"running","Status":"Up About a minute"}]`
 */
export function parseContainerList(body: string): Reading<ListedContainer[]> {
  return andThen(parseObjects(body), (list) => {
    const containers: ListedContainer[] = [];
    for (const item of list) {
      const id = stringAt(item, 'Id');
      const created = numberAt(item, 'Created');
      if (id === undefined || created === undefined) {
        return unexpected(
          'a container with "Id" and "Created"',
          `Id ${brief(item['Id'])}, Created ${brief(item['Created'])}`,
        );
      }
      containers.push({ id, name: nameOf(item), state: containerStateOf(item['State'], item['Status']), created });
    }
    return ok(containers);
  });
}

/**
 * `Names` has the container's own name, `/zom`, and a name for each link to it, `/web/db`, in no fixed order.
 * A container in the course of removal may have none: `""`.
 */
function nameOf(item: JsonObject): string {
  for (const name of arrayAt(item, 'Names') ?? []) {
    if (typeof name !== 'string') continue;
    const own = name.startsWith('/') ? name.slice(1) : name;
    if (own !== '' && !own.includes('/')) return own;
  }
  return '';
}
