import { calendarDay, optional, pairLike, textLike, truth } from './fact-types.ts';
import { choice, integer, switchType } from './value-types.ts';

const mostCpus = 65_536;

/** What all flags of the command advise have in common: nothing unless given. */
const fact = { default: '', commands: ['advise'] } as const;

/** Flags of the command advise: the facts of a host, by their names in `GivenFacts`, and what is asked about it. */
export const adviseFlags = {
  'kernel-release': {
    ...fact,
    type: optional(textLike('4.1.13-boot2docker')),
    help: 'For advise: what uname -r prints.',
  },
  'kernel-version': {
    ...fact,
    type: optional(textLike('"#115-Ubuntu SMP"')),
    help: 'For advise: what uname -v prints. Debian and Ubuntu say only here which package it is.',
  },
  distribution: {
    ...fact,
    type: optional(textLike('"debian 12"')),
    help: 'For advise: id and version of the distribution, as in /etc/os-release.',
  },
  'aufs-version': {
    ...fact,
    type: optional(textLike('4.1-20151116')),
    help: 'For advise: what /sys/module/aufs/version says.',
  },
  'storage-driver': {
    ...fact,
    type: optional(textLike('overlay2')),
    help: 'For advise: the storage driver, as docker info names it.',
  },
  'driver-status': {
    ...fact,
    type: pairLike('"Supports d_type=false"'),
    repeatable: true,
    help: 'For advise: a line that docker info shows below the storage driver.',
  },
  'engine-version': {
    ...fact,
    type: optional(textLike('20.10.24')),
    help: 'For advise: the version of the Docker Engine.',
  },
  'containerd-version': {
    ...fact,
    type: optional(textLike('1.6.20')),
    help: 'For advise: the version of containerd.',
  },
  'runc-version': {
    ...fact,
    type: optional(textLike('1.1.5')),
    help: 'For advise: the version of runc.',
  },
  cpus: {
    ...fact,
    type: optional(integer(1, mostCpus)),
    help: 'For advise: how many CPUs the host has.',
  },
  'cgroup-version': {
    ...fact,
    type: optional(choice(['1', '2'])),
    help: 'For advise: the version of cgroups that the Engine uses.',
  },
  'kernel-command-line': {
    ...fact,
    type: optional(textLike('"quiet cgroup.memory=nokmem"')),
    help: 'For advise: what /proc/cmdline says.',
  },
  sysctl: {
    ...fact,
    type: pairLike('fs.may_detach_mounts=1'),
    repeatable: true,
    help: 'For advise: a setting of the kernel.',
  },
  'swap-limit': {
    ...fact,
    type: optional(truth),
    help: 'For advise: whether the swap of a container can be limited, SwapLimit of the Engine.',
  },
  date: {
    ...fact,
    type: optional(calendarDay),
    help: 'For advise: the day to judge by instead of today: versions come to their end of life.',
  },
  advisory: {
    ...fact,
    type: optional(textLike('aufs-xino-write')),
    repeatable: true,
    help: 'For advise: id of an advisory; only those that are given are judged, and shown in full.',
  },
  'this-host': {
    type: switchType,
    default: 'false',
    commands: ['advise'],
    help: 'For advise: take from this host what no flag says. Without any facts by flags that is so in any case.',
  },
} as const;
