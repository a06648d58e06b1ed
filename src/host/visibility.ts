import type { EngineView } from '../model/engine.ts';
import type { HostView, Visibility, VisibilityScope } from '../model/host.ts';
import { rowOfPid } from '../model/processes.ts';
import { okValue, type Reading } from '../model/reading.ts';
import { isKernelThread } from '../parse/known-name.ts';

const visible: Visibility = { visible: true };
const hidden = (reason: string): Visibility => ({ visible: false, reason });
/** `kthreadd`, the parent of all kernel threads: whoever sees it sees the host's processes. */
const kthreadd = 2;

/** What of this host the exporter can see, and where it cannot, why and what to do about it. */
export function judgeVisibility(host: HostView, engine: EngineView | undefined): Record<VisibilityScope, Visibility> {
  return {
    host_processes: hostProcesses(host),
    daemon_fds: daemonFds(host),
    mount_namespaces: mountNamespaces(host),
    engine: engineApi(host, engine),
  };
}

function hostProcesses({ processes }: HostView): Visibility {
  if (processes.kind !== 'ok') return hidden(`the process list cannot be read (${processes.detail})`);
  const row = rowOfPid(processes.value, kthreadd);
  if (row !== undefined && isKernelThread(processes.value.flags[row] as number)) return visible;
  return hidden(
    "the host's kernel threads are not in the process list: run as root where /proc is mounted with hidepid, " +
      'and with --pid=host or the host’s /proc under --path.procfs in a container',
  );
}

function daemonFds({ daemons, processes }: HostView): Visibility {
  if (processes.kind !== 'ok') return hidden(`no daemon can be found (${processes.detail})`);
  for (const { process } of [daemons.dockerd, daemons.containerd]) {
    const fds = okValue(process)?.fdsByTarget;
    if (fds?.kind === 'denied') {
      return hidden(
        `a daemon's descriptors cannot be listed (${fds.detail}): it takes CAP_SYS_PTRACE, and CAP_DAC_READ_SEARCH unless root`,
      );
    }
  }
  return visible;
}

/** `/proc/PID/ns/mnt` takes PTRACE_MODE_READ, which root has over all processes only with that capability. */
function mountNamespaces(host: HostView): Visibility {
  const { mounts, containerRoots, processes, containers } = host;
  // without processes or cgroups nobody was asked for a mount, and no capability would change that
  const asked = processes.kind === 'ok' && containers.kind !== 'denied' ? [containerRoots] : [];
  const listed = processes.kind === 'ok' ? [host.mountNamespaces] : [];
  const refused = [mounts, ...asked, ...listed].map(deniedDetail).find((detail) => detail !== undefined);
  if (refused !== undefined) {
    return hidden(`mounts of other processes cannot be looked at (${refused}): it takes CAP_SYS_PTRACE, for root too`);
  }
  return mounts.kind === 'ok' ? visible : hidden(`the host's mount table cannot be read (${mounts.detail})`);
}

function deniedDetail(reading: Reading<unknown>): string | undefined {
  if (reading.kind === 'denied') return reading.detail;
  return reading.kind === 'ok' ? reading.missed?.find((problem) => /\bE(?:ACCES|PERM)\b/.test(problem)) : undefined;
}

function engineApi({ daemons }: HostView, engine: EngineView | undefined): Visibility {
  if (engine === undefined) return hidden('the engine collector is switched off');
  const { state, detail } = engine.probes.ping;
  if (state === 'denied') {
    return hidden(`the Engine does not let us in (${detail}): add the exporter's user to the group of the socket`);
  }
  const socketMissing = state === 'refused' && /ENOENT/.test(detail ?? '');
  if (socketMissing && daemons.dockerd.process.kind === 'ok') {
    return hidden(`dockerd runs, but its socket is not where it is looked for (${detail}): set --docker.host`);
  }
  return visible;
}
