import type { GivenFacts } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import { andThen, ok, type Reading } from '../model/reading.ts';
import type { Advice } from './advise-answer.ts';
import { bounded, printable } from './check-text.ts';

type FactName = keyof GivenFacts;

interface FactRow {
  readonly label: string;
  /** The flag that gives it; undefined: there is none. */
  readonly name: FactName | undefined;
  readonly read: (facts: HostFacts) => Reading<string>;
}

/** Long enough for most kernel command lines. */
const longestValue = 400;

/** Every fact that may be missing, in the order in which a person is told; one more is a line here. */
const rows: readonly FactRow[] = [
  { label: 'kernel release', name: 'kernel_release', read: ({ kernelRelease }) => kernelRelease },
  { label: 'kernel version', name: 'kernel_version', read: ({ kernelVersion }) => kernelVersion },
  { label: 'distribution', name: 'distribution', read: ({ distribution }) => distribution },
  { label: 'aufs version', name: 'aufs_version', read: ({ aufsVersion }) => aufsVersion },
  {
    label: 'filesystems',
    name: undefined,
    read: ({ filesystems }) => worded(filesystems, (names) => names.join(' ')),
  },
  { label: 'storage driver', name: 'storage_driver', read: ({ storageDriver }) => storageDriver },
  {
    label: 'driver status',
    name: 'driver_status',
    read: ({ driverStatus }) => worded(driverStatus, ({ entries }) => pairs(entries)),
  },
  { label: 'engine version', name: 'engine_version', read: ({ engineVersion }) => engineVersion },
  { label: 'containerd version', name: 'containerd_version', read: ({ containerdVersion }) => containerdVersion },
  { label: 'runc version', name: 'runc_version', read: ({ runcVersion }) => runcVersion },
  { label: 'cpus', name: 'cpus', read: ({ cpus }) => worded(cpus, String) },
  { label: 'cgroup version', name: 'cgroup_version', read: ({ cgroupVersion }) => cgroupVersion },
  { label: 'kernel command line', name: 'kernel_command_line', read: ({ kernelCommandLine }) => kernelCommandLine },
  { label: 'swap limit', name: 'swap_limit', read: ({ swapLimit }) => worded(swapLimit, String) },
];

/** What is known of the host, and of what is not known why. The last line has the flags that were not given. */
export function factLines(advice: Pick<Advice, 'facts' | 'given' | 'isThisHost'>): readonly FactLine[] {
  const { facts, given, isThisHost } = advice;
  const told = rows.filter(({ name }) => isThisHost || isGiven(given, name));
  const sysctls = [...facts.sysctls].filter(([name]) => isThisHost || Object.hasOwn(given.sysctl ?? {}, name));
  return [
    ...told.map(({ label, name, read }) => line(label, read(facts), isThisHost && isGiven(given, name))),
    ...sysctls.map(([name, value]) =>
      line(`sysctl ${name}`, value, isThisHost && Object.hasOwn(given.sysctl ?? {}, name)),
    ),
    { label: 'date', text: facts.date },
    ...(isThisHost ? [] : notGiven(given)),
  ];
}

export interface FactLine {
  readonly label: string;
  readonly text: string;
}

const isGiven = (given: GivenFacts, name: FactName | undefined): boolean =>
  name !== undefined && given[name] !== undefined;

const line = (label: string, fact: Reading<string>, isByFlag: boolean): FactLine => ({
  label,
  text: `${said(fact)}${isByFlag ? ' (by flag)' : ''}`,
});

function said(fact: Reading<string>): string {
  if (fact.kind === 'ok') {
    const remark = fact.missed === undefined ? '' : ` (${bounded(printable(fact.missed.join('; ')), longestValue)})`;
    return (bounded(printable(fact.value), longestValue) || '(empty)') + remark;
  }
  const kind = fact.kind === 'absent' ? '' : `${fact.kind}: `;
  return `not known: ${kind}${bounded(printable(fact.detail), longestValue)}`;
}

function notGiven(given: GivenFacts): readonly FactLine[] {
  const names = [...rows.map(({ name }) => name), 'sysctl' as const];
  const flags = names.filter((name) => name !== undefined && !isGiven(given, name)).map(flagOf);
  return flags.length === 0 ? [] : [{ label: 'not given', text: flags.join(', ') }];
}

const flagOf = (name: string | undefined): string => `--${name?.replaceAll('_', '-')}`;

const worded = <T>(fact: Reading<T>, words: (value: T) => string): Reading<string> =>
  andThen(fact, (value) => ok(words(value)));

const pairs = (entries: ReadonlyMap<string, string>): string =>
  [...entries].map(([key, value]) => `${key}=${value}`).join(', ');
