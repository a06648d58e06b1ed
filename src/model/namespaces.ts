import type { HostRootMount } from './mounts.ts';

/** The process by which a mount namespace is named: that of the lowest pid that could be asked. */
export interface NamespaceHolder {
  readonly pid: number;
  readonly comm: string;
  /** The systemd service that it belongs to, `cron.service`; undefined for everybody else. */
  readonly service: string | undefined;
  /** True for the namespace that this exporter lives in. */
  readonly isExporter: boolean;
}

/** A mount namespace that is not the host's and has container root file systems mounted. */
export interface NamespaceMounts {
  /** As `/proc/PID/ns/mnt` links it, `mnt:[4026532303]`. */
  readonly id: string;
  readonly holder: NamespaceHolder;
  /** True for what was read some minutes ago, when there are too many for one scrape. */
  readonly isStale?: boolean;
  /** Each root file system once, however often it is mounted there; not the `/` of a container's own processes. */
  readonly roots: readonly HostRootMount[];
}

export interface MountNamespaces {
  /** Those with container root file systems. */
  readonly namespaces: readonly NamespaceMounts[];
  /** How many besides the host's were looked into, with or without such a mount, now or some minutes ago. */
  readonly read: number;
  /** How many were left out because the bound of number or time was reached, and not read for minutes. */
  readonly skipped: number;
}
