import type { Diagnosis, HolderKind } from '../../model/diagnosis.ts';
import { holderKinds } from '../../model/diagnosis.ts';
import { thresholds } from '../thresholds.ts';
import { type AlertFinding, culpritsOf, type Judge } from './finding.ts';
import { count, list, number } from './words.ts';

/** Root file systems of dead containers, on the host and in the mount namespaces of others. */
export const judgeMounts: Judge = (_snapshot, diagnosis) => [...leaked(diagnosis), ...lingering(diagnosis)];

const rootsOfDead = (mounts: number): string =>
  `${count(mounts, 'root file system')} of containers that do not run ${mounts === 1 ? 'is' : 'are'}`;

function lingering(diagnosis: Diagnosis): readonly AlertFinding[] {
  const mounts = diagnosis.offenders.totals.lingering_mount;
  if (mounts < thresholds.lingeringMounts) return [];
  return [
    {
      alert: 'DockerHostLingeringMounts',
      severity: 'warning',
      summary: `${rootsOfDead(mounts)} still mounted on the host`,
      culprits: culpritsOf(diagnosis, 'lingering_mount'),
      meaning: 'Their space is not freed, and removing their containers fails with "device or resource busy".',
      next: 'First make sure that the Engine answers (`timeout 10 docker version`) and that no container runs on a place named here, as the runbook shows; then `umount PLACE`, without -f and -l.',
    },
  ];
}

export const holderWords: Readonly<Record<HolderKind, string>> = {
  container: 'containers',
  shim: 'shims',
  dockerd: 'dockerd',
  containerd: 'containerd',
  systemd_service: 'systemd services',
  exporter: 'this exporter itself',
  other: 'other processes',
};

function leaked(diagnosis: Diagnosis): readonly AlertFinding[] {
  const mounts = diagnosis.offenders.totals.mount_holder;
  if (mounts < thresholds.leakedMounts) return [];
  const held = heldBy(diagnosis);
  const parts = holderKinds
    .filter((kind) => held[kind] > 0)
    .map((kind) => `${number(held[kind])} by ${holderWords[kind]}`);
  return [
    {
      alert: 'DockerHostLeakedMounts',
      severity: 'warning',
      summary: `${rootsOfDead(mounts)} held in other mount namespaces${parts.length === 0 ? '' : `: ${list(parts)}`}`,
      culprits: culpritsOf(diagnosis, 'mount_holder'),
      meaning:
        'Devices and layers of removed containers stay busy and keep their space until the last holder lets go of them.',
      next: letGo(held),
    },
  ];
}

/** How each holder lets go; a daemon of Docker takes the containers with it. */
function letGo(held: Readonly<Record<HolderKind, number>>): string {
  const restart =
    held.exporter > 0
      ? "Restart this exporter and take the mount of `/`, or of Docker's data root, out of its container: it needs neither; then restart the other holders named here, if any."
      : 'Restart the service or container of each holder named here (`cat /proc/PID/cgroup` says which it is): its mount namespace ends with it, and the mounts with the namespace.';
  return held.dockerd + held.containerd + held.shim > 0
    ? `${restart} For a shim that is its container; dockerd or containerd only off-peak and only with live-restore: without it all containers end.`
    : restart;
}

function heldBy({ leaks }: Diagnosis): Readonly<Record<HolderKind, number>> {
  const all = [...(leaks?.byDriver.values() ?? [])];
  const sum = (kind: HolderKind): number => all.reduce((total, counts) => total + counts[kind], 0);
  return Object.fromEntries(holderKinds.map((kind) => [kind, sum(kind)])) as Record<HolderKind, number>;
}
