import { type ProcessTable, stateCode } from '../../model/processes.ts';
import { isKernelThread } from '../../parse/known-name.ts';
import type { HostFiles } from './host-files.ts';
import { emptied, emptyGroup, type LinkGroup, noRows } from './namespace-rows.ts';

/** A link is read again after as long as its process has been known, within these bounds, in seconds. */
const shortestInterval = 1;
const longestInterval = 600;
/** So many processes of a namespace are known by pid, to be asked one after the other. */
const mostPids = 3;
/** Its namespace is the host's by definition. */
const init = 1;
const zombie = stateCode('zombie');

/** What the links say of all processes, as far as they could be read in time. */
export interface LinkLook {
  /** In the order of their lowest pid, the host's among them. */
  readonly namespaces: readonly LinkGroup[];
  /** Processes whose links could not be read, by what is wrong. */
  readonly problems: readonly LinkGroup[];
  /** How many processes there was no time for. */
  readonly unread: number;
  /** How many processes there are. */
  readonly processes: number;
}

/**
 * The mount namespace of every process, from its link `/proc/PID/ns/mnt`. A link is kept under pid and start
 * time. A process may change its namespace after its start (unshare(2), setns(2)), mostly soon after, so it
 * is read again ever more seldom. Zombies have no namespace any more, kernel threads are never asked.
 */
export class NamespaceLinks {
  readonly #clock: () => number;
  #rows = noRows();
  #spare = noRows();
  #groups = new Map<string, LinkGroup>();
  readonly #unread = emptyGroup();
  /** Of processes that ended, or were about to, when they were asked. */
  readonly #ended = emptyGroup();
  #pass = 0;
  #late = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Reads the links that are new or due, for as long as the clock is before `until`. */
  look(files: HostFiles, table: ProcessTable, until: number): LinkLook {
    const now = this.#clock();
    this.#carryOver(table, now);
    const { count, dueAt, group } = this.#rows;
    this.#late = 0;
    for (let row = 0; row < count; row += 1) {
      if (group[row] === this.#unread) this.#read(files, row, until);
    }
    for (let row = 0; row < count; row += 1) {
      if ((dueAt[row] as number) <= now && group[row] !== this.#unread) this.#read(files, row, until);
    }
    return this.#summarise();
  }

  /** Makes the rows of this table from the last ones; both ascend by pid. */
  #carryOver(table: ProcessTable, now: number): void {
    const old = this.#rows;
    const rows = emptied(this.#spare, table.count);
    let at = 0;
    for (let row = 0; row < table.count; row += 1) {
      if (!isAsked(table, row)) continue;
      const pid = table.pid[row] as number;
      while (at < old.count && (old.pid[at] as number) < pid) at += 1;
      const isKnown = at < old.count && old.pid[at] === pid && old.startTicks[at] === table.startTicks[row];
      const index = rows.count++;
      rows.pid[index] = pid;
      rows.startTicks[index] = table.startTicks[row] as number;
      rows.firstSeen[index] = isKnown ? (old.firstSeen[at] as number) : now;
      rows.dueAt[index] = isKnown ? (old.dueAt[at] as number) : now;
      rows.group[index] = isKnown ? (old.group[at] as LinkGroup) : this.#unread;
    }
    this.#rows = rows;
    this.#spare = old;
  }

  #read(files: HostFiles, row: number, until: number): void {
    const { pid, firstSeen, dueAt, group } = this.#rows;
    const now = this.#clock();
    if (now < until) {
      group[row] = this.#groupOf(files, pid[row] as number);
      dueAt[row] = now + intervalAfter(now - (firstSeen[row] as number), pid[row] as number);
    } else if (group[row] !== this.#unread && now - (dueAt[row] as number) > longestInterval) {
      this.#late += 1; // put off for so long that what it said is no longer good
    }
  }

  #groupOf(files: HostFiles, pid: number): LinkGroup {
    const path = files.proc(`${pid}/ns/mnt`);
    let link = files.readLink(path);
    // the kernel says so, too, of a process that ends between the finding of its link and the reading
    if (link.kind === 'denied') link = files.readLink(path);
    if (link.kind === 'absent') return this.#ended;
    const [id, problem] = link.kind === 'ok' ? [link.value] : [undefined, link.detail.slice(path.length)];
    const key = id ?? problem ?? '';
    const group = this.#groups.get(key) ?? emptyGroup(id, problem);
    this.#groups.set(key, group);
    return group;
  }

  #summarise(): LinkLook {
    this.#pass += 1;
    const met: LinkGroup[] = [];
    const { count, pid, group } = this.#rows;
    for (let row = 0; row < count; row += 1) {
      const of = group[row] as LinkGroup;
      if (of.pass !== this.#pass) met.push(begin(of, this.#pass));
      of.processes += 1;
      if (of.pids.length < mostPids) of.pids.push(pid[row] as number);
    }
    for (const [key, known] of this.#groups) if (known.pass !== this.#pass) this.#groups.delete(key);
    return {
      namespaces: met.filter(({ id }) => id !== undefined),
      problems: met.filter(({ problem }) => problem !== undefined),
      unread: this.#late + (this.#unread.pass === this.#pass ? this.#unread.processes : 0),
      processes: count,
    };
  }
}

const isAsked = (table: ProcessTable, row: number): boolean =>
  table.state[row] !== zombie && !isKernelThread(table.flags[row] as number) && table.pid[row] !== init;

function begin(group: LinkGroup, pass: number): LinkGroup {
  group.pass = pass;
  group.pids.length = 0;
  group.processes = 0;
  return group;
}

/** Somewhat shorter for some pids than for others, so that links first read together do not stay together. */
function intervalAfter(age: number, pid: number): number {
  const share = 0.75 + 0.25 * ((pid * 0.618) % 1);
  return Math.max(shortestInterval, Math.min(age, longestInterval) * share);
}
