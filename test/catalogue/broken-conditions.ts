import { expect } from 'vitest';
import { type BrokenFile, withCondition } from './files.ts';

/** Files with other conditions that are wrong. */
export const brokenConditions: readonly BrokenFile[] = [
  [
    'an empty condition',
    withCondition('{}'),
    expect.stringMatching(/^spin\.yaml:15:7: expected exactly one of all, any, .* or end_of_life, got none$/),
  ],
  [
    'two conditions in one',
    withCondition('{ swap_limit: true, cgroup_version: "1" }'),
    expect.stringMatching(/^spin\.yaml:15:7: expected exactly one of .*, got "swap_limit", "cgroup_version"$/),
  ],
  [
    'a list for a condition',
    withCondition('[]'),
    'spin.yaml:15:7: expected a condition, such as cpus: { at_most: 1 }, got a list',
  ],
  [
    'a driver that nobody knows',
    withCondition('storage_driver: [overlay3]'),
    expect.stringMatching(/^spin\.yaml:15:24: expected aufs, btrfs, .* or zfs, got "overlay3"$/),
  ],
  [
    'no number of CPUs',
    withCondition('cpus: { at_most: 0 }'),
    'spin.yaml:15:24: expected a number of CPUs from 1 to 65536, got 0',
  ],
  [
    'CPUs the wrong way round',
    withCondition('cpus: { at_least: 4, at_most: 2 }'),
    'spin.yaml:15:37: expected at least 4, got 2',
  ],
  [
    'no bound of CPUs',
    withCondition('cpus: {}'),
    'spin.yaml:15:13: expected at least one of at_least or at_most, got none',
  ],
  [
    'a driver status of two minds',
    withCondition("driver_status: { key: a, equals: 'b', present: true }"),
    'spin.yaml:15:22: expected exactly one of equals or present, got "equals", "present"',
  ],
  [
    'a key since no version',
    withCondition("driver_status: { key: a, equals: b, key_since: 'new' }"),
    'spin.yaml:15:54: expected a version such as 20.10.24, got "new"',
  ],
  [
    'a sysctl that leads out of /proc/sys',
    withCondition("sysctl: { name: '../../etc.x', equals: '0' }"),
    'spin.yaml:15:23: expected the name of a sysctl, such as fs.may_detach_mounts, got "../../etc.x"',
  ],
  [
    'two words',
    withCondition("kernel_command_line: { has: 'a b' }"),
    'spin.yaml:15:35: expected one word of the kernel command line, such as cgroup.memory=nokmem, got "a b"',
  ],
  [
    'a component without a table',
    withCondition('end_of_life: kernel'),
    'spin.yaml:15:20: there is no table of kernel: expected end-of-life/kernel.yaml',
  ],
  [
    'no branch',
    withCondition("aufs: [{ branches: ['4.1-20160111'], first_fixed: never }]"),
    'spin.yaml:15:27: expected a branch of AUFS such as 4.1.13+, got "4.1-20160111"',
  ],
  [
    'no day of AUFS',
    withCondition("aufs: [{ from_branch: '4.1', first_fixed: '20160230' }]"),
    'spin.yaml:15:49: expected a day of the calendar, got "20160230"',
  ],
];
