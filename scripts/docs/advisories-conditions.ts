import type { Condition, DriverStatusCondition, KernelCondition, KernelEntry } from '../../src/model/advisory.ts';
import { aufsText, rangesText, type Sense } from './advisories-ranges.ts';
import { anchor, either, type Item } from './advisories-text.ts';
import { code } from './markdown.ts';

/** A condition as items of a list: the parts of one that asks for all of them, else the one itself. */
export const conditionItems = (condition: Condition, sense: Sense): readonly Item[] =>
  'all' in condition ? itemsOf(condition.all, sense) : [conditionItem(condition, sense)];

const itemsOf = (conditions: readonly Condition[], sense: Sense): readonly Item[] =>
  conditions.map((condition) => conditionItem(condition, sense));

function conditionItem(condition: Condition, sense: Sense): Item {
  if ('all' in condition) return { text: 'all of', inner: itemsOf(condition.all, sense) };
  if ('any' in condition) return { text: 'one of', inner: itemsOf(condition.any, sense) };
  if ('kernel' in condition) return kernelItem(condition.kernel, sense);
  if ('aufs' in condition) {
    return {
      text: 'AUFS; the first that has its branch decides',
      inner: condition.aufs.map((entry) => ({ text: aufsText(entry) })),
    };
  }
  return { text: versionText(condition, sense) ?? settingText(condition) };
}

function versionText(condition: Condition, sense: Sense): string | undefined {
  if ('engine' in condition) return `Docker Engine: ${rangesText(condition.engine, sense)}`;
  if ('containerd' in condition) return `containerd: ${rangesText(condition.containerd, sense)}`;
  return 'runc' in condition ? `runc: ${rangesText(condition.runc, sense)}` : undefined;
}

function settingText(condition: Condition): string {
  if ('storage_driver' in condition) return `storage driver ${either(condition.storage_driver.map(code))}`;
  if ('driver_status' in condition) return driverStatusText(condition.driver_status);
  if ('cpus' in condition) return cpusText(condition.cpus);
  if ('cgroup_version' in condition) return `cgroup version ${code(condition.cgroup_version)}`;
  if ('sysctl' in condition) return `sysctl ${code(condition.sysctl.name)} is ${code(condition.sysctl.equals)}`;
  if ('kernel_command_line' in condition) return `kernel command line with ${code(condition.kernel_command_line.has)}`;
  if ('swap_limit' in condition) return `the swap of containers ${condition.swap_limit ? 'can' : 'cannot'} be limited`;
  return 'end_of_life' in condition ? endText(components[condition.end_of_life]) : '';
}

const endText = (component: string): string => `past its end of life: [${component}](#${anchor(component)})`;

/** The components as headings have them. */
export const components = {
  engine: 'Docker Engine',
  containerd: 'containerd',
  kernel: 'Upstream kernel',
  distribution: 'Distribution',
} as const;

function driverStatusText({ key, equals, present, key_since: since }: DriverStatusCondition): string {
  const there = present === false ? 'is not there' : 'is there';
  const value = equals === undefined ? there : `is ${code(equals)}`;
  return `${code(key)} of the driver status ${value}${since === undefined ? '' : `; Engines print it from ${code(since)} on`}`;
}

function cpusText({
  at_least: least,
  at_most: most,
}: {
  readonly at_least?: number;
  readonly at_most?: number;
}): string {
  if (least === undefined) return most === 1 ? 'one CPU' : `at most ${most} CPUs`;
  return most === undefined ? `at least ${least} CPUs` : `${least} to ${most} CPUs`;
}

const kernelItem = ({ first_of, otherwise }: KernelCondition, sense: Sense): Item => ({
  text: `kernel; the first that recognises it decides, and any other is ${otherwise}`,
  inner: first_of.map((entry) => entryItem(entry, sense)),
});

function entryItem(entry: KernelEntry, sense: Sense): Item {
  const most = entry.at_most === undefined ? '' : '; possible at the most';
  const and = entry.and === undefined ? '' : '; and besides';
  return {
    text: `${kernelName(entry)}: ${rangesText(entry.ranges, sense)}${most}${and}`,
    inner: entry.and === undefined ? [] : conditionItems(entry.and, sense),
  };
}

function kernelName({ ubuntu, debian, el7, upstream }: KernelEntry): string {
  if (ubuntu !== undefined) return `Ubuntu ${code(ubuntu.series)} ${either(ubuntu.flavours)}`;
  if (debian !== undefined) return `Debian ${code(debian.series)}`;
  if (el7 !== undefined) return `RHEL 7 and CentOS 7, ${code('3.10.0')}`;
  if (upstream?.from !== undefined) return `upstream ${code(upstream.from)} and later series`;
  const { series } = upstream ?? {};
  return series === undefined ? 'by upstream version' : `upstream ${either(series.map(code))}`;
}
