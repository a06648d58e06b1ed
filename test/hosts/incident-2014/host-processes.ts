import type { SyntheticProcess } from '../../support/process.ts';
import type { Random } from '../../support/random.ts';
import { javaThreads, zombiesByParent } from './figures.ts';
import { hostNamespace } from './mounts.ts';
import type { PidAllocator } from './pids.ts';

/** Names of the daemons of a Debian 7 host, each as often as it runs. */
const daemons = [
  'udevd',
  'udevd',
  'udevd',
  'rpcbind',
  'rsyslogd',
  'acpid',
  'cron',
  'dbus-daemon',
  'ntpd',
  'exim4',
  'munin-node',
  'nrpe',
  'nginx',
  'nginx',
  'getty',
  'sshd',
];
/** Logins that hang while the host swaps. */
const stuckLogins = 14;
const initTicks = 1;
const bootTicks = 2_600;

/** `init`, the daemons, and Jenkins (`java`), which does not reap the shells it starts. */
export function hostProcesses(pids: PidAllocator, random: Random): SyntheticProcess[] {
  const common = { state: 'S', cgroup: '/', mountNamespace: hostNamespace, startTicks: bootTicks } as const;
  const init: SyntheticProcess = {
    ...common,
    pid: 1,
    ppid: 0,
    comm: 'init',
    residentPages: 180,
    startTicks: initTicks,
  };
  const names = [...daemons, ...Array.from({ length: stuckLogins }, () => 'sshd')];
  const others = names.map((comm) => ({
    ...common,
    pid: pids(),
    ppid: 1,
    comm,
    residentPages: 200 + random.below(900),
  }));
  const java: SyntheticProcess = {
    ...common,
    pid: pids(),
    ppid: 1,
    comm: 'java',
    state: 'R',
    threads: javaThreads,
    residentPages: 214_000,
    swapKilobytes: 310_440,
  };
  const zombies = Array.from({ length: zombiesByParent.host }, () => zombie(pids(), java.pid, 'sh'));
  return [init, ...others, java, ...zombies];
}

/**
 * A zombie as kernel 3.10 shows it: it has left its cgroup (`/`), its mount namespace and its memory.
 * Kernels since 4.4 leave it in its cgroup.
 */
export const zombie = (pid: number, ppid: number, comm: string): SyntheticProcess => ({
  pid,
  ppid,
  comm,
  state: 'Z',
  flags: 0x0040_004c,
  startTicks: 700_000_000 + pid,
  cgroup: '/',
});
