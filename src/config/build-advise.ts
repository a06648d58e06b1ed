import type { GivenFacts } from '../model/advisory.ts';
import type { AdviseConfig } from './config.ts';
import type { Pair } from './fact-types.ts';
import type { Values } from './settings.ts';

/** What the flags of the command advise come to. */
export const buildAdvise = (values: Values): AdviseConfig => ({
  given: givenFacts(values),
  advisories: [...new Set(values['advisory'].filter((id) => id !== undefined))],
  thisHost: values['this-host'],
});

/** The facts that flags give; a fact that none of them gives has no key. */
function givenFacts(values: Values): GivenFacts {
  const facts: { readonly [Key in keyof GivenFacts]-?: GivenFacts[Key] | undefined } = {
    kernel_release: values['kernel-release'],
    kernel_version: values['kernel-version'],
    distribution: values['distribution'],
    aufs_version: values['aufs-version'],
    storage_driver: values['storage-driver'],
    driver_status: recordOf(values['driver-status']),
    engine_version: values['engine-version'],
    containerd_version: values['containerd-version'],
    runc_version: values['runc-version'],
    cpus: values['cpus'],
    cgroup_version: values['cgroup-version'],
    kernel_command_line: values['kernel-command-line'],
    sysctl: recordOf(values['sysctl']),
    swap_limit: values['swap-limit'],
    date: values['date'],
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Of a key that is given twice the last value counts. */
function recordOf(pairs: readonly (Pair | undefined)[]): Readonly<Record<string, string>> | undefined {
  const given = pairs.filter((pair) => pair !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
