/**
 * Advisories as they stand in `advisories/*.yaml`, with the keys of the files. The schema beside them
 * (`advisories/schema/advisory.json`) says the same to editors and to those who write one.
 */

/** How sure it is that a host is struck, the worst first. */
export const verdicts = ['exposed', 'possible', 'unknown', 'clear'] as const;
export type Verdict = (typeof verdicts)[number];

export const advisorySeverities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type AdvisorySeverity = (typeof advisorySeverities)[number];

/** How good the evidence is: read in a primary source, or one good secondary one. */
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

export const lifeComponents = ['engine', 'containerd', 'kernel', 'distribution'] as const;
export type LifeComponent = (typeof lifeComponents)[number];

/**
 * Which versions are struck. In the order of versions:
 * `applies_from` … `last_clean` … `first_affected` … `last_affected` … `first_fixed` … `applies_below`.
 *
 * Below `last_clean` (included) and from `first_fixed` on a version is clear, from `first_affected` to
 * `last_affected` it is exposed, in the gaps between it is possible.
 */
export interface VersionRange {
  /** The range says nothing about versions below this one: they are another range's, or clear. */
  readonly applies_from?: string;
  /** The range says nothing about this version and those above. */
  readonly applies_below?: string;
  /** Left out: everything below `first_affected` is clear. `unknown`: nobody knows, so it is possible. */
  readonly last_clean?: string;
  /** `any`: from the first version there was. `unknown`: nobody knows, so all below the fix are possible. */
  readonly first_affected: string;
  /** The highest version that is known to be struck; left out: every one up to the fix is. */
  readonly last_affected?: string;
  /** `never`: no version has the fix. `unknown`: nobody knows which. */
  readonly first_fixed: string;
}

/** Versions of AUFS by branch (`4.1`, `4.1.13+`, `4.x-rcN`) and date; the first entry with the branch decides. */
export interface AufsEntry {
  readonly branches?: readonly string[];
  /** Every branch from this one on, by its number. */
  readonly from_branch?: string;
  /** Date as in the version, `20160111`, or `never`. */
  readonly first_fixed: string;
}

/** One family of kernels with its versions. Exactly one of the four selectors is there. */
export interface KernelEntry {
  /** Ubuntu's kernels of one series, compared by ABI and upload: `72.115` of `3.13.0-72.115`. */
  readonly ubuntu?: { readonly series: string; readonly flavours: readonly string[] };
  /** Debian's kernels of one upstream series (`3.16`), compared by package version out of `uname -v`. */
  readonly debian?: { readonly series: string };
  /** The 3.10.0 of RHEL 7 and CentOS 7, compared by release: `1062.4.1`. */
  readonly el7?: Readonly<Record<string, never>>;
  /** Any kernel by its upstream version; `series` (`4.1`) narrows it, and so does `from`: that series or later. */
  readonly upstream?: { readonly series?: readonly string[]; readonly from?: string };
  readonly ranges: readonly VersionRange[];
  /** A further condition that has to hold with kernels of this entry. */
  readonly and?: Condition;
  /** With kernels of this entry it is never more than possible: the evidence does not go further. */
  readonly at_most?: 'possible';
}

/** The first entry that recognises the kernel decides; `otherwise` is the verdict when none does. */
export interface KernelCondition {
  readonly first_of: readonly KernelEntry[];
  readonly otherwise: 'clear' | 'unknown';
}

export interface DriverStatusCondition {
  readonly key: string;
  /** The value is this one. */
  readonly equals?: string;
  /** True: the key is there with a value that is not empty. False: the list is whole and has no such key. */
  readonly present?: boolean;
  /** The Engine prints the key from this version on: a whole list of such an Engine without it does not match. */
  readonly key_since?: string;
}

/** A condition is an object with exactly one of these keys. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly storage_driver: readonly string[] }
  | { readonly driver_status: DriverStatusCondition }
  | { readonly engine: readonly VersionRange[] }
  | { readonly containerd: readonly VersionRange[] }
  | { readonly runc: readonly VersionRange[] }
  | { readonly kernel: KernelCondition }
  | { readonly aufs: readonly AufsEntry[] }
  | { readonly cpus: { readonly at_least?: number; readonly at_most?: number } }
  | { readonly cgroup_version: string }
  | { readonly sysctl: { readonly name: string; readonly equals: string } }
  | { readonly kernel_command_line: { readonly has: string } }
  | { readonly swap_limit: boolean }
  | { readonly end_of_life: LifeComponent };

/** Facts as they are written in test vectors and given by flags; each one may be missing. */
export interface GivenFacts {
  readonly kernel_release?: string;
  readonly kernel_version?: string;
  readonly distribution?: string;
  readonly aufs_version?: string;
  readonly storage_driver?: string;
  readonly driver_status?: Readonly<Record<string, string>>;
  readonly engine_version?: string;
  readonly containerd_version?: string;
  readonly runc_version?: string;
  readonly cpus?: number;
  readonly cgroup_version?: string;
  readonly kernel_command_line?: string;
  readonly sysctl?: Readonly<Record<string, string>>;
  readonly swap_limit?: boolean;
  readonly date?: string;
}

/** A host, and what the advisory has to say about it. */
export interface TestVector {
  readonly facts: GivenFacts;
  readonly verdict: Verdict;
  /** Why this vector is there. */
  readonly note?: string;
}

/** Facts that cannot all be true: then the verdict is unknown, and `because` its reason. */
export interface Contradiction {
  readonly when: Condition;
  readonly because: string;
}

export interface Advisory {
  /** Lower case, as the name of its file: `aufs-xino-write`. */
  readonly id: string;
  /** What goes wrong, and where: one line without a full stop. */
  readonly title: string;
  readonly severity: AdvisorySeverity;
  /** How it shows. */
  readonly symptom: string;
  /** What to do about it. */
  readonly remedy: string;
  readonly confidence: Confidence;
  /** Addresses. */
  readonly references: readonly string[];
  /** The day on which the facts were last compared with their sources. */
  readonly checked: string;
  /** Names of alerts that this would explain. */
  readonly explains?: readonly string[];
  /** What else is to be known about the evidence; for the docs. */
  readonly notes?: string;
  readonly exposed: Condition;
  /** Hosts for which the evidence does not go further than possible. */
  readonly possible?: Condition;
  /** What protects a host all the same. What is not known of it protects nobody. */
  readonly unless?: Condition;
  readonly contradictions?: readonly Contradiction[];
}

/** An advisory as it stands in its file, with the hosts that it is tested on. */
export interface AdvisoryFile extends Advisory {
  readonly vectors: readonly TestVector[];
}

/** When versions of one component stop, or stopped, to get fixes. */
export interface LifeTable {
  readonly component: LifeComponent;
  /** The day whose knowledge the table holds. */
  readonly snapshot: string;
  readonly source: string;
  /** `cycle`: leading part of a version (`20.10`, `29`, `debian 12`). `ends`: a date, or `supported`. */
  readonly cycles: readonly { readonly cycle: string; readonly ends: string }[];
  /** What is to be said of a version that is older than the newest cycle and in none. */
  readonly unlisted: 'ended' | 'unknown';
}

/** A fact of the field that is no advisory here, and why not. */
export interface NotEncoded {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  /** What shows it at run time instead, if anything does. */
  readonly instead?: string;
  readonly references: readonly string[];
}

/** Everything that hosts are judged by. */
export interface Catalogue {
  readonly advisories: readonly Advisory[];
  readonly endOfLife: readonly LifeTable[];
}
