import { quote } from '../advisories/quote.ts';
import { conditionsOf } from '../advisories/walk.ts';
import type { AdvisoryFile, LifeTable, NotEncoded } from '../model/advisory.ts';
import { conditionFindings, type TableNames } from './condition-findings.ts';
import { dayFindings } from './dates.ts';
import type { Finding } from './problem.ts';

/** What the schema cannot see in an advisory. `name`: that of its file, without `.yaml`. */
export function advisoryFindings(advisory: AdvisoryFile, name: string, tables: TableNames): readonly Finding[] {
  return [
    ...nameFindings('id', advisory.id, name),
    ...dayFindings(advisory.checked, ['checked']),
    ...conditionsOf(advisory).flatMap((placed) => conditionFindings(placed, tables)),
    ...vectorFindings(advisory),
  ];
}

/** Vectors that are all alike would be right for a condition that always holds, or never. */
function vectorFindings({ vectors }: AdvisoryFile): readonly Finding[] {
  const clear = vectors.filter(({ verdict }) => verdict === 'clear').length;
  const missing = clear === 0 ? 'clear' : 'exposed, possible or unknown';
  const dates = vectors.flatMap(({ facts: { date } }, index) =>
    date === undefined ? [] : dayFindings(date, ['vectors', index, 'facts', 'date']),
  );
  if (clear > 0 && clear < vectors.length) return dates;
  return [...dates, { path: ['vectors'], on: 'key', text: `expected a vector with verdict ${missing}, got none` }];
}

/** What the schema cannot see in a table of ends of life. */
export function lifeTableFindings(table: LifeTable, name: string): readonly Finding[] {
  const seen = new Set<string>();
  return [
    ...nameFindings('component', table.component, name),
    ...dayFindings(table.snapshot, ['snapshot']),
    ...table.cycles.flatMap(({ cycle, ends }, index) => [
      ...(ends === 'supported' ? [] : dayFindings(ends, ['cycles', index, 'ends'])),
      ...onceFindings(seen, 'cycle', cycle, ['cycles', index, 'cycle']),
    ]),
  ];
}

/** What the schema cannot see in the list of what is not encoded. `encoded`: the ids of the advisories. */
export function notEncodedFindings(list: readonly NotEncoded[], encoded: ReadonlySet<string>): readonly Finding[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index) => [
    ...onceFindings(seen, 'id', id, [index, 'id']),
    ...(encoded.has(id) ? [{ path: [index, 'id'], text: `expected no advisory of that id, got ${id}.yaml` }] : []),
  ]);
}

function onceFindings(seen: Set<string>, key: string, value: string, path: Finding['path']): readonly Finding[] {
  if (!seen.has(value)) {
    seen.add(value);
    return [];
  }
  return [{ path, text: `expected each ${key} once, got ${quote(value)} again` }];
}

const nameFindings = (key: 'id' | 'component', value: string, name: string): readonly Finding[] =>
  value === name ? [] : [{ path: [key], text: `expected the name of the file, ${quote(name)}, got ${quote(value)}` }];
