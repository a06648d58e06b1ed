import { describe, expect, it } from 'vitest';
import type { Condition, GivenFacts, Verdict } from '../model/advisory.ts';
import { ok } from '../model/reading.ts';
import { judgeCondition } from './conditions.ts';
import { factsOf } from './given-facts.ts';

const table = {
  component: 'engine',
  snapshot: '2026-08-22',
  source: 'https://example.com',
  cycles: [{ cycle: '20.10', ends: '2023-12-10' }],
  unlisted: 'ended',
} as const;
const judged = (condition: Condition, given: GivenFacts) =>
  judgeCondition(condition, { facts: factsOf(given, '2026-11-22'), endOfLife: [table] });

const range = { first_affected: '1.2.12', first_fixed: '1.2.13' };
const engineRange = { first_affected: '19.03.6', first_fixed: '19.03.7' };
const kernelOf = {
  first_of: [{ upstream: {}, ranges: [{ first_affected: '4.3', first_fixed: 'never' }] }],
  otherwise: 'unknown',
} as const;

type Case = [condition: Condition, given: GivenFacts, verdict: Verdict, why: string];

const cases: readonly Case[] = [
  [
    { engine: [engineRange] },
    { engine_version: '19.03.6' },
    'exposed',
    'Engine 19.03.6: affected from 19.03.6, fixed in 19.03.7',
  ],
  [{ engine: [engineRange] }, { engine_version: '19.03.7' }, 'clear', 'Engine 19.03.7: fixed in 19.03.7'],
  [
    { engine: [engineRange] },
    { engine_version: 'dev' },
    'unknown',
    'Engine "dev" is not understood, expected a version such as 20.10.24',
  ],
  [
    { containerd: [range] },
    { containerd_version: '1.2.12' },
    'exposed',
    'containerd 1.2.12: affected from 1.2.12, fixed in 1.2.13',
  ],
  [
    { containerd: [range] },
    { containerd_version: '35bd7a5f69c13e1563af8a93431411cd9ecf5021' },
    'unknown',
    'containerd "35bd7a5f69c13e1563af8a93431411cd9ecf5021" is not understood, expected a version such as 1.6.20',
  ],
  [{ runc: [range] }, { runc_version: '1.2.13' }, 'clear', 'runc 1.2.13: fixed in 1.2.13'],
  [{ storage_driver: ['aufs'] }, { storage_driver: 'aufs' }, 'exposed', 'storage driver aufs'],
  [{ driver_status: { key: 'a', equals: 'b' } }, { driver_status: { a: 'b' } }, 'exposed', 'driver status "a" is b'],
  [
    { aufs: [{ branches: ['4.1'], first_fixed: 'never' }] },
    { aufs_version: '4.1-20151116' },
    'exposed',
    'aufs 4.1-20151116: branch 4.1 never got the fix',
  ],
  [
    { kernel: kernelOf },
    { kernel_release: '4.3.3' },
    'exposed',
    'kernel 4.3.3: affected from 4.3, no version has the fix',
  ],
  [
    { end_of_life: 'engine' },
    { engine_version: '20.10.24' },
    'exposed',
    'Engine 20.10.24: regular fixes for 20.10 ended on 2023-12-10',
  ],
  [{ cpus: { at_most: 1 } }, { cpus: 1 }, 'exposed', '1 CPU'],
  [{ cpus: { at_most: 1 } }, { cpus: 2 }, 'clear', '2 CPUs, more than 1'],
  [{ cpus: { at_least: 4 } }, { cpus: 4 }, 'exposed', '4 CPUs'],
  [{ cpus: { at_least: 4 } }, { cpus: 3 }, 'clear', '3 CPUs, fewer than 4'],
  [{ cpus: { at_least: 2, at_most: 4 } }, { cpus: 4 }, 'exposed', '4 CPUs'],
  [{ cpus: { at_least: 2, at_most: 4 } }, { cpus: 5 }, 'clear', '5 CPUs, more than 4'],
  [{ cpus: { at_least: 2, at_most: 4 } }, { cpus: 1 }, 'clear', '1 CPU, fewer than 2'],
  [
    { cpus: { at_most: 1 } },
    { cpus: 0 },
    'unknown',
    'number of CPUs "0" is not understood, expected a whole number from 1 on',
  ],
  [
    { cpus: { at_most: 1 } },
    { cpus: 1.5 },
    'unknown',
    'number of CPUs "1.5" is not understood, expected a whole number from 1 on',
  ],
  [{ cgroup_version: '1' }, { cgroup_version: '1' }, 'exposed', 'cgroup version 1'],
  [{ cgroup_version: '1' }, { cgroup_version: '2' }, 'clear', 'cgroup version 2, not 1'],
  [
    { cgroup_version: '1' },
    { cgroup_version: 'v1' },
    'unknown',
    'cgroup version "v1" is not understood, expected 1 or 2',
  ],
  [
    { sysctl: { name: 'fs.may_detach_mounts', equals: '0' } },
    { sysctl: { 'fs.may_detach_mounts': '0\n' } },
    'exposed',
    'sysctl fs.may_detach_mounts 0',
  ],
  [
    { sysctl: { name: 'fs.may_detach_mounts', equals: '0' } },
    { sysctl: { 'fs.may_detach_mounts': '1' } },
    'clear',
    'sysctl fs.may_detach_mounts 1, not 0',
  ],
  [
    { sysctl: { name: 'fs.may_detach_mounts', equals: '0' } },
    { sysctl: { 'fs.may_detach_mounts': '' } },
    'unknown',
    'sysctl fs.may_detach_mounts "" is not understood, expected a value such as 0',
  ],
  [
    { sysctl: { name: 'fs.may_detach_mounts', equals: '0' } },
    { sysctl: { 'vm.x': '0' } },
    'unknown',
    'sysctl fs.may_detach_mounts not known: not given',
  ],
  [
    { kernel_command_line: { has: 'cgroup.memory=nokmem' } },
    { kernel_command_line: 'ro\tcgroup.memory=nokmem quiet\n' },
    'exposed',
    'kernel command line with cgroup.memory=nokmem',
  ],
  [
    { kernel_command_line: { has: 'cgroup.memory=nokmem' } },
    { kernel_command_line: 'ro cgroup.memory=nokmem,nosocket' },
    'exposed',
    'kernel command line with cgroup.memory=nokmem',
  ],
  ...[
    'cgroup.memory=nosocket,nokmem quiet',
    'cgroup.memory=nosocket cgroup.memory=,nokmem,nobpf',
    'x cgroup.memory=nosocket,nokmem,x',
  ].map(
    (kernel_command_line): Case => [
      { kernel_command_line: { has: 'cgroup.memory=nokmem' } },
      { kernel_command_line },
      'exposed',
      'kernel command line with cgroup.memory=nokmem',
    ],
  ),
  ...[
    'ro cgroup.memory=nosocket',
    'cgroup.memory=nokmemx,xnokmem',
    'cgroup.memory nokmem',
    'cgroup.memory=nosocket,cgroup.memory=nokmem',
    'cgroup.memory=nosocket, nokmem',
    'xcgroup.memory=nosocket,nokmem',
  ].map(
    (kernel_command_line): Case => [
      { kernel_command_line: { has: 'cgroup.memory=nokmem' } },
      { kernel_command_line },
      'clear',
      'kernel command line without cgroup.memory=nokmem',
    ],
  ),
  [
    { kernel_command_line: { has: 'a=b,c' } },
    { kernel_command_line: 'a=b,c' },
    'exposed',
    'kernel command line with "a=b,c"',
  ],
  [
    { kernel_command_line: { has: 'quiet' } },
    { kernel_command_line: 'loud quiet,x x=quiet' },
    'clear',
    'kernel command line without quiet',
  ],
  [
    { kernel_command_line: { has: 'quiet' } },
    { kernel_command_line: 'ro quiet' },
    'exposed',
    'kernel command line with quiet',
  ],
  [{ swap_limit: false }, { swap_limit: false }, 'exposed', 'containers’ swap cannot be limited'],
  [{ swap_limit: false }, { swap_limit: true }, 'clear', 'containers’ swap can be limited'],
  [{ swap_limit: true }, { swap_limit: true }, 'exposed', 'containers’ swap can be limited'],
];

describe('judgeCondition', () => {
  it.each(cases)('%j with %j is %s', (condition, given, verdict, why) => {
    expect(judged(condition, given)).toEqual({ verdict, why: [why] });
  });

  const conditions = new Map(cases.map(([condition]) => [JSON.stringify(condition), condition]));
  it.each([...conditions.values()])('%j is unknown, and says why, when nothing is known', (condition) => {
    const { verdict, why } = judged(condition, {});
    expect(verdict).toBe('unknown');
    expect(why).toEqual([expect.stringMatching(/^[\w. ]+ not known: not given$/)]);
  });

  it('judges conditions inside of conditions', () => {
    const [one, two] = [{ cpus: { at_most: 1 } }, { cgroup_version: '1' }];
    const facts = { cpus: 1, cgroup_version: '2' };
    expect(judged({ all: [one, two] }, facts)).toEqual({ verdict: 'clear', why: ['cgroup version 2, not 1'] });
    expect(judged({ any: [two, one] }, facts)).toEqual({ verdict: 'exposed', why: ['1 CPU'] });
    expect(judged({ all: [{ any: [two, one] }, one] }, facts)).toEqual({ verdict: 'exposed', why: ['1 CPU'] });
    expect(judged({ all: [two, { runc: [range] }] }, facts).verdict).toBe('clear');
    expect(judged({ all: [one, { runc: [range] }] }, facts)).toEqual({
      verdict: 'unknown',
      why: ['runc version not known: not given'],
    });
    expect(judged({ any: [two, { runc: [range] }] }, facts).verdict).toBe('unknown');
  });

  it('judges a condition inside of an entry for kernels', () => {
    const and = { cpus: { at_most: 1 } };
    const condition = { kernel: { ...kernelOf, first_of: [{ ...kernelOf.first_of[0], and }] } };
    expect(judged(condition, { kernel_release: '4.3.3', cpus: 2 })).toEqual({
      verdict: 'clear',
      why: ['2 CPUs, more than 1'],
    });
    expect(judged(condition, { kernel_release: '4.3.3', cpus: 1 }).verdict).toBe('exposed');
  });

  it('goes by a sysctl that could not be read', () => {
    const facts = {
      ...factsOf({}, '2026-11-22'),
      sysctls: new Map([['a.b', { kind: 'denied', detail: 'EACCES' } as const]]),
    };
    expect(judgeCondition({ sysctl: { name: 'a.b', equals: '0' } }, { facts, endOfLife: [] })).toEqual({
      verdict: 'unknown',
      why: ['sysctl a.b not known: denied: EACCES'],
    });
    const read = { ...facts, sysctls: new Map([['a.b', ok('0')]]) };
    expect(judgeCondition({ sysctl: { name: 'a.b', equals: '0' } }, { facts: read, endOfLife: [] }).verdict).toBe(
      'exposed',
    );
  });
});
