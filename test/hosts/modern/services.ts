import type { SyntheticProcess } from '../../support/process.ts';
import { hostNamespace } from './mounts.ts';

/** Services of a Debian 13 host by the unit that they run in. */
const services: readonly (readonly [comm: string, cgroup: string])[] = [
  ['systemd-journal', '/system.slice/systemd-journald.service'],
  ['systemd-udevd', '/system.slice/systemd-udevd.service'],
  ['systemd-timesyn', '/system.slice/systemd-timesyncd.service'],
  ['systemd-logind', '/system.slice/systemd-logind.service'],
  ['systemd-network', '/system.slice/systemd-networkd.service'],
  ['dbus-daemon', '/system.slice/dbus.service'],
  ['cron', '/system.slice/cron.service'],
  ['rsyslogd', '/system.slice/rsyslog.service'],
  ['sshd', '/system.slice/ssh.service'],
  ['polkitd', '/system.slice/polkit.service'],
  ['agetty', '/system.slice/system-getty.slice/getty@tty1.service'],
  ['agetty', '/system.slice/system-serial\\x2dgetty.slice/serial-getty@ttyS0.service'],
  ['unattended-upgr', '/system.slice/unattended-upgrades.service'],
];

export const firstServicePid = 300;
/** `cron`, which on a sick host is the parent of a zombie. */
export const cronPid = firstServicePid + services.findIndex(([comm]) => comm === 'cron');

/** `systemd`, the services, and the processes of one login. */
export function modernServices(): SyntheticProcess[] {
  const init = service(1, 'systemd', '/init.scope');
  const daemons = services.map(([comm, cgroup], index) => service(firstServicePid + index, comm, cgroup));
  const login = ['sshd-session', 'bash'].map((comm, index) =>
    service(firstServicePid + services.length + index, comm, '/user.slice/user-0.slice/session-3.scope'),
  );
  return [init, ...daemons, ...login];
}

/** A process of the host that sleeps and is a child of `systemd`. */
export const service = (pid: number, comm: string, cgroup: string): SyntheticProcess => ({
  pid,
  ppid: pid === 1 ? 0 : 1,
  comm,
  state: 'S',
  startTicks: 60 + pid,
  residentPages: 1500 + pid,
  userTicks: 2 * pid,
  systemTicks: pid,
  cgroup,
  mountNamespace: hostNamespace,
});
