import type { LifeComponent, LifeTable } from '../model/advisory.ts';
import { lifeComponents } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import { type Life, lifeOf } from './cycles.ts';
import { notUnderstood } from './fact.ts';
import { type Component, componentOf } from './life-components.ts';
import { holds, type Outcome, outcome } from './outcome.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;
const secondsPerDay = 24 * 3600;
/** For so many years a table is believed that a version has no end yet. */
const longestTrust = 1;

/** Whether fixes for the component have ended. On the last day itself they have not. */
export function judgeEndOfLife(component: LifeComponent, tables: readonly LifeTable[], facts: HostFacts): Outcome {
  const found = componentOf(component, facts);
  if ('verdict' in found) return found;
  const table = tables.find((each) => each.component === component);
  if (table === undefined) return outcome('unknown', `${found.subject}: there is no table of when fixes end`);
  if (!day.test(facts.date)) return notUnderstood('today’s date', facts.date, 'one such as 2026-11-22');
  return judgeLife(found, table, facts.date);
}

/** Unix time, midnight UTC after the last day with fixes, for each component of which that day is known. */
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
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000 + secondsPerDay;
}

function judgeLife({ subject, release }: Component, table: LifeTable, today: string): Outcome {
  const life = lifeOf(table, release);
  if (typeof life !== 'string') return judgeCycle(subject, life, table, today);
  if (life === 'unlisted' && table.unlisted === 'ended') {
    return holds(true, `${subject}: not among the series with fixes in the table of ${table.snapshot}`);
  }
  return outcome('unknown', `${subject}: not in the table of ${table.snapshot}`);
}

const yearsBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / (365 * secondsPerDay * 1000);

function judgeCycle(subject: string, { cycle, ends }: Exclude<Life, string>, table: LifeTable, today: string): Outcome {
  if (ends === 'supported') {
    return yearsBetween(table.snapshot, today) < longestTrust
      ? holds(false, `${subject}: ${cycle} got fixes on ${table.snapshot}, with no end known`)
      : outcome('unknown', `${subject}: ${cycle} got fixes on ${table.snapshot}, which is too long ago to say more`);
  }
  if (!day.test(ends)) return outcome('unknown', `${subject}: the table of ${table.snapshot} has no date for ${cycle}`);
  return today > ends
    ? holds(true, `${subject}: regular fixes for ${cycle} ended on ${ends}`)
    : holds(false, `${subject}: fixes for ${cycle} until ${ends}`);
}
