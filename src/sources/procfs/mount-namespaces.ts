import type { MountNamespaces, NamespaceMounts } from '../../model/namespaces.ts';
import { type ProcessTable, rowOfPid } from '../../model/processes.ts';
import { ok, okValue, type Reading } from '../../model/reading.ts';
import { clock as processClock } from '../clock.ts';
import type { HostFiles } from './host-files.ts';
import { type ProcessHome, readHolder, readHome } from './namespace-holder.ts';
import { type LinkLook, NamespaceLinks } from './namespace-links.ts';
import { readNamespaceRoots } from './namespace-roots.ts';
import type { LinkGroup } from './namespace-rows.ts';
import { hostMountNamespace } from './namespaces.ts';

/** What one pass may cost. */
export interface NamespaceBounds {
  readonly namespaces: number;
  readonly seconds: number;
}

const usualBounds: NamespaceBounds = { namespaces: 1000, seconds: 0.5 };
/** Of the time; so that a host with many new processes leaves some for the mounts. */
const linksShare = 0.5;
/** What was read of a namespace serves for so long while it waits for its next turn. */
const keptSeconds = 300;

/** What is kept of a namespace from one pass to the next. */
interface Known {
  /** Number of the pass in which it was looked into last. */
  lookedInto: number;
  home: ProcessHome | undefined;
  /** When it was read last; undefined before. */
  readAt: number | undefined;
  /** What it had of container root file systems then. */
  mounts: NamespaceMounts | undefined;
}

interface Look {
  readonly files: HostFiles;
  readonly table: ProcessTable;
  /** The namespace of this exporter. */
  readonly own: string | undefined;
  /** Keys of root file systems that are not of Docker's containers. */
  readonly others: ReadonlySet<string>;
  readonly missed: string[];
  readonly found: NamespaceMounts[];
}

/**
 * The mount namespaces besides the host's, and the container root file systems in each, from one mountinfo a
 * namespace. Left out is the `/` of processes that run in a container, of whatever runtime: that container lives.
 * If there are more than one pass has the time for, those looked into longest ago come first, and what was read
 * of the others serves for five minutes more.
 * A namespace that is kept by a thread, a bind mount or a descriptor alone, with no process in it, is not seen.
 */
export class MountNamespaceReader {
  readonly #clock: () => number;
  readonly #bounds: NamespaceBounds;
  readonly #links: NamespaceLinks;
  #known = new Map<string, Known>();
  #pass = 0;

  constructor(clock = processClock, bounds = usualBounds) {
    this.#clock = clock;
    this.#bounds = bounds;
    this.#links = new NamespaceLinks(clock);
  }

  /** `others` are the keys of root file systems that are known not to be of Docker's containers. */
  read(files: HostFiles, table: ProcessTable, others: ReadonlySet<string>): Reading<MountNamespaces> {
    const host = hostMountNamespace(files, table);
    if (host.kind !== 'ok') return host;
    const start = this.#clock();
    const links = this.#links.look(files, table, start + this.#bounds.seconds * linksShare);
    const foreign = links.namespaces.filter(({ id }) => id !== host.value);
    const own = okValue(files.readLink(files.proc('self/ns/mnt')));
    const look: Look = { files, table, own, others, missed: problemsOf(files, links), found: [] };
    const counts = this.#lookInto(foreign, look, start + this.#bounds.seconds);
    const namespaces = look.found.sort((a, b) => a.holder.pid - b.holder.pid);
    return ok({ namespaces, ...counts }, look.missed);
  }

  /** Looks into as many as there is time for, but into one at least: so that each has its turn. */
  #lookInto(foreign: readonly LinkGroup[], look: Look, until: number): { read: number; skipped: number } {
    this.#pass += 1;
    const last = this.#known;
    this.#known = new Map();
    const inTurn = foreign.map((group) => ({ group, known: last.get(group.id as string) ?? unknown() }));
    inTurn.sort((a, b) => a.known.lookedInto - b.known.lookedInto);
    let [read, tried, skipped] = [0, 0, 0];
    for (const { group, known } of inTurn) {
      this.#known.set(group.id as string, known);
      const now = this.#clock();
      if (tried > 0 && (tried >= this.#bounds.namespaces || now >= until)) {
        if (stillServes(known, now)) read += 1;
        else skipped += 1;
        known.mounts = known.mounts && { ...known.mounts, isStale: true };
      } else {
        tried += 1;
        known.lookedInto = this.#pass;
        if (readNamespace(group, known, look, now)) read += 1;
      }
      if (known.mounts !== undefined) look.found.push(known.mounts);
    }
    if (skipped > 0) look.missed.push(this.#skipText(skipped, foreign.length));
    return { read, skipped };
  }

  #skipText(skipped: number, all: number): string {
    const { namespaces, seconds } = this.#bounds;
    return `${skipped} of ${all} mount namespaces were not looked into: at most ${namespaces} in ${seconds} s each time`;
  }
}

const unknown = (): Known => ({ lookedInto: 0, home: undefined, readAt: undefined, mounts: undefined });

/** Whether what was read of a namespace earlier is still good enough; if not, it is forgotten. */
function stillServes(known: Known, now: number): boolean {
  const serves = known.readAt !== undefined && now - known.readAt <= keptSeconds;
  if (!serves) known.mounts = undefined;
  return serves;
}

/** One line on each way in which links could not be read, and one on those that there was no time for. */
function problemsOf(files: HostFiles, { problems, unread, processes }: LinkLook): string[] {
  const missed = problems.map(({ problem, pids, processes: count }) => {
    const others = count > 1 ? ` (and so of ${count} processes)` : '';
    return `${files.proc(`${pids[0]}/ns/mnt`)}${problem}${others}`;
  });
  const late = `the mount namespaces of ${unread} of ${processes} processes were not looked at: out of time`;
  return unread > 0 ? [...missed, late] : missed;
}

/** Notes what container roots a namespace has; false if it could not be looked into. */
function readNamespace(group: LinkGroup, known: Known, look: Look, now: number): boolean {
  const { files, table, own, others, missed } = look;
  known.mounts = undefined;
  const reading = readNamespaceRoots(files, group);
  if (reading.kind !== 'ok') {
    if (reading.kind !== 'absent') missed.push(reading.detail);
    return false;
  }
  known.readAt = now;
  const { pid } = reading.value;
  const mounted = reading.value.roots.filter(({ key }) => !others.has(key));
  if (mounted.length === 0) return true;
  const row = rowOfPid(table, pid) as number;
  known.home = readHome(files, pid, table.startTicks[row] as number, known.home);
  const { isInContainer } = known.home;
  const roots = mounted.filter(({ mountPoint }) => !(isInContainer && mountPoint === '/'));
  const id = group.id as string;
  if (roots.length > 0) known.mounts = { id, holder: readHolder(files, known.home, id === own), roots };
  return true;
}
