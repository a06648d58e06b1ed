import { assessRisk } from '../advisories/evaluate.ts';
import { conditionsOf } from '../advisories/walk.ts';
import type { Catalogue } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import type { JudgedRisk } from '../model/memory.ts';

/** The last judgement as long as it is one of the same catalogue on the same facts, else a new one. */
export function judgeRisk(
  catalogue: Catalogue,
  facts: HostFacts,
  past: JudgedRisk | undefined,
  assess = assessRisk,
): JudgedRisk {
  const known = past?.catalogue === catalogue ? past : undefined;
  const statusKeys = known?.statusKeys ?? new Set(statusKeysIn(catalogue));
  const text = textOf(facts, statusKeys);
  return known?.facts === text ? known : { catalogue, statusKeys, facts: text, assessment: assess(catalogue, facts) };
}

/** The keys of the driver status that some advisory asks for. */
const statusKeysIn = ({ advisories }: Catalogue): readonly string[] =>
  advisories
    .flatMap(conditionsOf)
    .flatMap(({ condition }) => ('driver_status' in condition ? [condition.driver_status.key] : []));

/** The same text for the same facts. */
function textOf({ driverStatus, ...facts }: HostFacts, statusKeys: ReadonlySet<string>): string {
  const status =
    driverStatus.kind === 'ok'
      ? [driverStatus.value.isWhole, [...driverStatus.value.entries].filter(([key]) => statusKeys.has(key))]
      : driverStatus;
  return JSON.stringify([status, facts], (_, value: unknown) => (value instanceof Map ? [...value] : value));
}
