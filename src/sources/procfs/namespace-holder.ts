import type { NamespaceHolder } from '../../model/namespaces.ts';
import { andThen, ok, okValue } from '../../model/reading.ts';
import { parseComm } from '../../parse/comm.ts';
import { containerOfCgroup } from '../../parse/container-cgroup.ts';
import { parseProcessCgroup } from '../../parse/process-cgroup.ts';
import { parseSystemdService } from '../../parse/systemd-service.ts';
import type { HostFiles } from './host-files.ts';
import { readParsed } from './read-parsed.ts';

/** Where a process runs, by its cgroup. */
export interface ProcessHome {
  readonly pid: number;
  readonly startTicks: number;
  readonly service: string | undefined;
  /** Of whatever runtime, and containers in containers, too. True when it cannot be told. */
  readonly isInContainer: boolean;
}

/** Where a process runs, from `/proc/PID/cgroup`: what is known if it is of this very process, for it stays there. */
export function readHome(
  files: HostFiles,
  pid: number,
  startTicks: number,
  known: ProcessHome | undefined,
): ProcessHome {
  if (known?.pid === pid && known.startTicks === startTicks) return known;
  const home = readParsed(files, files.proc(`${pid}/cgroup`), (text) =>
    andThen(parseProcessCgroup(text), (path) =>
      andThen(parseSystemdService(text), (service) =>
        ok({ pid, startTicks, service, isInContainer: containerOfCgroup(path) !== undefined }),
      ),
    ),
  );
  // not to be had: no start time is equal to this one, so that it is asked for again
  return okValue(home) ?? { pid, startTicks: Number.NaN, service: undefined, isInContainer: true };
}

/** Names the process by which a mount namespace is named. One that ends meanwhile has no name. */
export function readHolder(files: HostFiles, { pid, service }: ProcessHome, isExporter: boolean): NamespaceHolder {
  const comm = readParsed(files, files.proc(`${pid}/comm`), (text) => ok(parseComm(text)));
  return { pid, comm: okValue(comm) ?? '', service, isExporter };
}
