import { quote } from '../advisories/quote.ts';
import type { Path, PlacedCondition } from '../advisories/walk.ts';
import type { AufsEntry, Condition, LifeComponent } from '../model/advisory.ts';
import { isDay } from '../model/day.ts';
import { parseAufs } from '../versions/aufs.ts';
import { componentScheme } from '../versions/component.ts';
import { engineScheme } from '../versions/engine.ts';
import { kernelFindings } from './kernel-findings.ts';
import type { Finding } from './problem.ts';
import { rangeFindings } from './range-findings.ts';

/** What the schema cannot see in one condition; those inside of it have their own turn. */
export function conditionFindings({ condition, path }: PlacedCondition, tables: TableNames): readonly Finding[] {
  if ('engine' in condition) return rangeFindings(engineScheme, condition.engine, [...path, 'engine']);
  if ('containerd' in condition) return rangeFindings(componentScheme, condition.containerd, [...path, 'containerd']);
  if ('runc' in condition) return rangeFindings(componentScheme, condition.runc, [...path, 'runc']);
  if ('kernel' in condition) return kernelFindings(condition.kernel, [...path, 'kernel']);
  if ('aufs' in condition)
    return condition.aufs.flatMap((entry, index) => aufsFindings(entry, [...path, 'aufs', index]));
  return settingFindings(condition, path, tables);
}

/** The components of which there is a table, be it a good one. */
export type TableNames = ReadonlySet<LifeComponent>;

function settingFindings(condition: Condition, path: Path, tables: TableNames): readonly Finding[] {
  if ('cpus' in condition) return cpuFindings(condition.cpus, [...path, 'cpus']);
  if ('driver_status' in condition) return sinceFindings(condition.driver_status.key_since, [...path, 'driver_status']);
  if (!('end_of_life' in condition) || tables.has(condition.end_of_life)) return [];
  const text = `there is no table of ${condition.end_of_life}: expected end-of-life/${condition.end_of_life}.yaml`;
  return [{ path: [...path, 'end_of_life'], text }];
}

function cpuFindings(cpus: { readonly at_least?: number; readonly at_most?: number }, path: Path): readonly Finding[] {
  const { at_least: least = 1, at_most: most = Number.POSITIVE_INFINITY } = cpus;
  return least <= most ? [] : [{ path: [...path, 'at_most'], text: `expected at least ${least}, got ${most}` }];
}

function sinceFindings(since: string | undefined, path: Path): readonly Finding[] {
  if (since === undefined || engineScheme.parse(since) !== undefined) return [];
  return [{ path: [...path, 'key_since'], text: `expected ${engineScheme.expected}, got ${quote(since)}` }];
}

function aufsFindings({ branches, from_branch, first_fixed }: AufsEntry, path: Path): readonly Finding[] {
  const named = (branches ?? []).map((branch, index) => [branch, [...path, 'branches', index]] as const);
  const from = from_branch === undefined ? [] : [[from_branch, [...path, 'from_branch']] as const];
  const day = first_fixed.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  return [
    ...[...named, ...from].flatMap(([branch, place]) => branchFindings(branch, place)),
    ...(first_fixed === 'never' || isDay(day)
      ? []
      : [{ path: [...path, 'first_fixed'], text: `expected a day of the calendar, got ${quote(first_fixed)}` }]),
  ];
}

/** A branch is a version of AUFS without its date. */
function branchFindings(branch: string, path: Path): readonly Finding[] {
  const version = parseAufs(branch);
  if (version !== undefined && version.date === undefined) return [];
  return [{ path, text: `expected a branch of AUFS such as 4.1.13+, got ${quote(branch)}` }];
}
