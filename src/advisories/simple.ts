import type { Condition } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import { absent } from '../model/reading.ts';
import { notUnderstood, withFact } from './fact.ts';
import { holds, type Outcome } from './outcome.ts';
import { shown } from './quote.ts';
import { count } from './words.ts';

/** The condition with one key, of all the conditions. */
type Having<Key extends string> = Extract<Condition, Readonly<Record<Key, unknown>>>;

/** Judges the number of CPUs; both bounds count as inside. */
export const judgeCpus = ({ cpus: bounds }: Having<'cpus'>, { cpus }: HostFacts): Outcome =>
  withFact('number of CPUs', cpus, (value) => {
    if (!Number.isSafeInteger(value) || value < 1)
      return notUnderstood('number of CPUs', String(value), 'a whole number from 1 on');
    const { at_least: least = 1, at_most: most = Number.POSITIVE_INFINITY } = bounds;
    if (value < least) return holds(false, `${count(value, 'CPU')}, fewer than ${least}`);
    return value > most ? holds(false, `${count(value, 'CPU')}, more than ${most}`) : holds(true, count(value, 'CPU'));
  });

/** Judges the version of control groups that the Engine uses. */
export const judgeCgroupVersion = ({ cgroup_version }: Having<'cgroup_version'>, facts: HostFacts): Outcome =>
  withFact('cgroup version', facts.cgroupVersion, (value) =>
    value === '1' || value === '2'
      ? equal('cgroup version', value, cgroup_version)
      : notUnderstood('cgroup version', value, '1 or 2'),
  );

/** Judges the value of one sysctl, as text. */
export const judgeSysctl = ({ sysctl: { name, equals } }: Having<'sysctl'>, { sysctls }: HostFacts): Outcome =>
  withFact(`sysctl ${name}`, sysctls.get(name) ?? absent('not given'), (text) => {
    const value = text.trim();
    return value === ''
      ? notUnderstood(`sysctl ${name}`, text, `a value such as ${shown(equals)}`)
      : equal(`sysctl ${name}`, value, equals);
  });

/** Judges whether one of the words of the kernel command line is this one; `key=a,b` is `key=a` as well as `key=b`. */
export const judgeCommandLine = (
  { kernel_command_line: { has } }: Having<'kernel_command_line'>,
  facts: HostFacts,
): Outcome =>
  withFact('kernel command line', facts.kernelCommandLine, (line) => {
    const isThere = line.split(/\s+/).flatMap(singly).includes(has);
    return holds(isThere, `kernel command line ${isThere ? 'with' : 'without'} ${shown(has)}`);
  });

function singly(word: string): readonly string[] {
  const [, key = '', values] = /^([^=]+=)(.*)$/.exec(word) ?? [];
  return values === undefined ? [word] : [word, ...values.split(',').map((value) => key + value)];
}

/** Judges whether the swap of a container can be limited. */
export const judgeSwapLimit = ({ swap_limit }: Having<'swap_limit'>, facts: HostFacts): Outcome =>
  withFact('swap limit', facts.swapLimit, (value) =>
    holds(value === swap_limit, value ? 'containers’ swap can be limited' : 'containers’ swap cannot be limited'),
  );

const equal = (name: string, value: string, expected: string): Outcome =>
  value === expected
    ? holds(true, `${name} ${shown(value)}`)
    : holds(false, `${name} ${shown(value)}, not ${shown(expected)}`);
