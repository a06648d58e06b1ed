import type { Condition, LifeTable, VersionRange } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import type { Reading } from '../model/reading.ts';
import { componentScheme } from '../versions/component.ts';
import { engineScheme } from '../versions/engine.ts';
import type { Scheme } from '../versions/scheme.ts';
import { judgeAufs } from './aufs.ts';
import { judgeDriver } from './driver.ts';
import { judgeDriverStatus } from './driver-status.ts';
import { judgeEndOfLife } from './end-of-life.ts';
import { withFact } from './fact.ts';
import { judgeKernel } from './kernel.ts';
import { allOf, anyOf, type Outcome, outcome } from './outcome.ts';
import { shown } from './quote.ts';
import { judgeRanges } from './ranges.ts';
import { judgeCgroupVersion, judgeCommandLine, judgeCpus, judgeSwapLimit, judgeSysctl } from './simple.ts';

/** What conditions are judged by. */
export interface Context {
  readonly facts: HostFacts;
  readonly endOfLife: readonly LifeTable[];
  /** The condition tells what protects a host: its versions are no affected ones. */
  readonly isProtection?: boolean;
}

/** Judges one condition: `exposed` when it holds, `clear` when it does not. */
export function judgeCondition(condition: Condition, context: Context): Outcome {
  const judgePart = (part: Condition) => judgeCondition(part, context);
  if ('all' in condition) return allOf(condition.all.map(judgePart));
  if ('any' in condition) return anyOf(condition.any.map(judgePart));
  if ('kernel' in condition) return judgeKernel(condition.kernel, context.facts, judgePart);
  if ('end_of_life' in condition) return judgeEndOfLife(condition.end_of_life, context.endOfLife, context.facts);
  return judgeVersions(condition, context);
}

type Plain = Exclude<
  Condition,
  | { readonly all: unknown }
  | { readonly any: unknown }
  | { readonly kernel: unknown }
  | { readonly end_of_life: unknown }
>;

function judgeVersions(condition: Plain, context: Context): Outcome {
  const { facts } = context;
  if ('engine' in condition) return byVersion('Engine', engineScheme, facts.engineVersion, condition.engine, context);
  if ('containerd' in condition) {
    return byVersion('containerd', componentScheme, facts.containerdVersion, condition.containerd, context);
  }
  if ('runc' in condition) return byVersion('runc', componentScheme, facts.runcVersion, condition.runc, context);
  if ('aufs' in condition) return judgeAufs(condition.aufs, facts);
  return judgeSetting(condition, facts);
}

type Setting = Exclude<
  Plain,
  | { readonly engine: unknown }
  | { readonly containerd: unknown }
  | { readonly runc: unknown }
  | { readonly aufs: unknown }
>;

function judgeSetting(condition: Setting, facts: HostFacts): Outcome {
  if ('storage_driver' in condition) return judgeDriver(condition.storage_driver, facts);
  if ('driver_status' in condition) return judgeDriverStatus(condition.driver_status, facts);
  if ('cpus' in condition) return judgeCpus(condition, facts);
  if ('cgroup_version' in condition) return judgeCgroupVersion(condition, facts);
  if ('sysctl' in condition) return judgeSysctl(condition, facts);
  if ('kernel_command_line' in condition) return judgeCommandLine(condition, facts);
  return judgeSwapLimit(condition, facts);
}

const byVersion = <V>(
  name: string,
  scheme: Scheme<V>,
  fact: Reading<string>,
  ranges: readonly VersionRange[],
  { isProtection = false }: Context,
): Outcome =>
  withFact(`${name} version`, fact, (text) => {
    const judged = judgeRanges(scheme, text, ranges, name);
    return isProtection && judged.verdict !== 'unknown' ? outcome(judged.verdict, `${name} ${shown(text)}`) : judged;
  });
