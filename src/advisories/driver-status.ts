import type { DriverStatusCondition } from '../model/advisory.ts';
import type { DriverStatus, HostFacts } from '../model/facts.ts';
import { engineScheme } from '../versions/engine.ts';
import { notKnown, withFact } from './fact.ts';
import { holds, type Outcome, outcome } from './outcome.ts';
import { quote, shown } from './quote.ts';

/** Judges one pair of the driver status. A key that is missing is a fact only where the list is whole. */
export const judgeDriverStatus = (condition: DriverStatusCondition, facts: HostFacts): Outcome =>
  withFact('driver status', facts.driverStatus, (status) => {
    const value = status.entries.get(condition.key);
    return value === undefined ? judgeMissing(condition, status, facts) : judgeValue(condition, value.trim());
  });

/** What the Engine prints for yes and no: of these the opposite counts, and nothing else. */
const truths = new Set(['true', 'false']);

function judgeValue({ key, equals, present = true }: DriverStatusCondition, value: string): Outcome {
  const name = `driver status ${quote(key)}`;
  const is = value === '' ? `${name} is empty` : `${name} is ${shown(value)}`;
  if (equals === undefined) return holds(present && value !== '', is);
  if (truths.has(equals) && !truths.has(value.toLowerCase()))
    return outcome('unknown', `${is}, expected true or false`);
  const isEqual = value === equals || (truths.has(equals) && value.toLowerCase() === equals);
  return isEqual ? holds(true, is) : holds(false, `${is}, not ${shown(equals)}`);
}

function judgeMissing(condition: DriverStatusCondition, { isWhole }: DriverStatus, facts: HostFacts): Outcome {
  const { key, key_since: since, present } = condition;
  if (!isWhole) return outcome('unknown', `driver status ${quote(key)} not known: not given`);
  const missing = `driver status has no ${quote(key)}`;
  if (since !== undefined) return judgeBySince(missing, since, present === false, facts);
  return present === false ? holds(true, missing) : outcome('unknown', missing);
}

/** Only an Engine that prints the key says something by leaving it out. */
function judgeBySince(missing: string, since: string, isWanted: boolean, { engineVersion }: HostFacts): Outcome {
  if (engineVersion.kind !== 'ok') return outcome('unknown', missing, notKnown('Engine version', engineVersion));
  return isFrom(engineVersion.value, since)
    ? holds(isWanted, `${missing}, which Engines print from ${since} on`)
    : outcome('unknown', `${missing}, which Engines print from ${since} on, and this is ${shown(engineVersion.value)}`);
}

function isFrom(text: string, since: string): boolean {
  const [version, bound] = [engineScheme.parse(text), engineScheme.parse(since)];
  return version !== undefined && bound !== undefined && engineScheme.compare(version, bound) >= 0;
}
