import type { DaemonName } from '../../model/daemons.ts';
import { nameCode, type ProcessIdentity, type ProcessTable, rowOfPid } from '../../model/processes.ts';

const dockerd = nameCode('dockerd');
const docker = nameCode('docker');
const containerd = nameCode('containerd');
const dockerContainerd = nameCode('docker_containe');
const initPid = 1;

/** Which process is which daemon; absent from the record when there is none. */
export type DaemonIdentities = Readonly<Partial<Record<DaemonName, ProcessIdentity>>>;

/**
 * Finds dockerd and the containerd it uses in the process table.
 *
 * dockerd: the process that the pidfile names if its `comm` fits, else the oldest one of that name that
 * does not run in a container. `docker` is the daemon of 0.x as well as every client, so without a
 * pidfile it counts only as a child of init.
 * containerd: dockerd's child of that name, else the oldest one on the host (a service of its own).
 */
export function identifyDaemons(
  table: ProcessTable,
  pidfile: number | undefined,
  inContainer: ReadonlySet<number>,
): DaemonIdentities {
  const candidates = candidatesOf(table, inContainer);
  const engine = namedByPidfile(table, pidfile) ?? engineByName(table, candidates);
  const child = engine === undefined ? undefined : childContainerd(table, candidates, engine);
  const runtime =
    child ??
    oldest(
      table,
      candidates.filter((row) => table.name[row] === containerd),
    );
  return {
    ...(engine === undefined ? {} : { dockerd: identityOf(table, engine) }),
    ...(runtime === undefined ? {} : { containerd: identityOf(table, runtime) }),
  };
}

function candidatesOf(table: ProcessTable, inContainer: ReadonlySet<number>): number[] {
  const rows: number[] = [];
  for (let row = 0; row < table.count; row += 1) {
    const name = table.name[row];
    const isCandidate = name === dockerd || name === docker || name === containerd || name === dockerContainerd;
    if (isCandidate && !inContainer.has(table.pid[row] as number)) rows.push(row);
  }
  return rows;
}

function namedByPidfile(table: ProcessTable, pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined;
  const row = rowOfPid(table, pid);
  const name = row === undefined ? undefined : table.name[row];
  return name === dockerd || name === docker ? row : undefined;
}

function engineByName(table: ProcessTable, candidates: readonly number[]): number | undefined {
  const byName = oldest(
    table,
    candidates.filter((row) => table.name[row] === dockerd),
  );
  return (
    byName ??
    oldest(
      table,
      candidates.filter((row) => table.name[row] === docker && table.ppid[row] === initPid),
    )
  );
}

function childContainerd(table: ProcessTable, candidates: readonly number[], engine: number): number | undefined {
  const parent = table.pid[engine];
  return oldest(
    table,
    candidates.filter(
      (row) => table.ppid[row] === parent && (table.name[row] === containerd || table.name[row] === dockerContainerd),
    ),
  );
}

function oldest(table: ProcessTable, rows: readonly number[]): number | undefined {
  let best: number | undefined;
  for (const row of rows) {
    if (best === undefined || (table.startTicks[row] as number) < (table.startTicks[best] as number)) best = row;
  }
  return best;
}

const identityOf = (table: ProcessTable, row: number): ProcessIdentity => ({
  pid: table.pid[row] as number,
  startTicks: table.startTicks[row] as number,
});
