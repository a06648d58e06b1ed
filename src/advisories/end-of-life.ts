import type { LifeComponent, LifeTable } from '../model/advisory.ts';
import { lifeComponents } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import { type Life, lifeOf } from './cycles.ts';
import { notUnderstood } from './fact.ts';
import { type Component, componentOf } from './life-components.ts';
import { holds, type Outcome, outcome } from './outcome.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Whether fixes for the component have ended. On the last day itself they have not. */
export function judgeEndOfLife(component: LifeComponent, tables: readonly LifeTable[], facts: HostFacts): Outcome {
  const found = componentOf(component, facts);
  if ('verdict' in found) return found;
  const table = tables.find((each) => each.component === component);
  if (table === undefined) return outcome('unknown', `${found.subject}: there is no table of when fixes end`);
  if (!day.test(facts.date)) return notUnderstood('today’s date', facts.date, 'one such as 2026-11-22');
  return judgeLife(found, table, facts.date);
}

/** Unix time, midnight UTC, at which fixes end or ended, for each component of which the date is known. */
export const endDates = (tables: readonly LifeTable[], facts: HostFacts): ReadonlyMap<LifeComponent, number> =>
  new Map(
    lifeComponents.flatMap((component) => {
      const seconds = endOf(component, tables, facts);
      return seconds === undefined ? [] : [[component, seconds] as const];
    }),
  );

function endOf(component: LifeComponent, tables: readonly LifeTable[], facts: HostFacts): number | undefined {
  const table = tables.find((each) => each.component === component);
  const found = componentOf(component, facts);
  if (table === undefined || 'verdict' in found) return undefined;
  const life = lifeOf(table, found.release);
  const milliseconds =
    typeof life === 'string' || !day.test(life.ends) ? Number.NaN : Date.parse(`${life.ends}T00:00:00Z`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}

function judgeLife({ subject, release }: Component, table: LifeTable, today: string): Outcome {
  const life = lifeOf(table, release);
  if (typeof life !== 'string') return judgeCycle(subject, life, table, today);
  if (life === 'unlisted' && table.unlisted === 'ended') {
    return holds(true, `${subject}: so old that the table of ${table.snapshot} does not list it`);
  }
  return outcome('unknown', `${subject}: not in the table of ${table.snapshot}`);
}

function judgeCycle(subject: string, { cycle, ends }: Exclude<Life, string>, table: LifeTable, today: string): Outcome {
  if (ends === 'supported')
    return holds(false, `${subject}: ${cycle} got fixes on ${table.snapshot}, with no end known`);
  if (!day.test(ends)) return outcome('unknown', `${subject}: the table of ${table.snapshot} has no date for ${cycle}`);
  return today > ends
    ? holds(true, `${subject}: no fixes for ${cycle} after ${ends}`)
    : holds(false, `${subject}: fixes for ${cycle} until ${ends}`);
}
