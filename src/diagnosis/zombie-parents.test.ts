import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pid, rows } from '../../test/support/arbitrary-processes.ts';
import { type ProcessRow, processTable } from '../../test/support/process-table.ts';
import type { ZombieParentKind, ZombieParents } from '../model/diagnosis.ts';
import { countZombieParents, type KnownDaemons } from './zombie-parents.ts';

const none: KnownDaemons = { dockerd: undefined, containerd: undefined };
const child = (ppid: number): ProcessRow => ({ pid: 99, ppid, state: 'zombie' });
const sum = (counts: ZombieParents): number => Object.values(counts).reduce((total, count) => total + count, 0);

/** The kind of the parent of the one zombie there is. */
function parentOf(rowsOfHost: readonly ProcessRow[], daemons = none, inContainer: readonly number[] = []): string[] {
  const counts = countZombieParents(processTable(rowsOfHost), daemons, new Set(inContainer));
  expect(sum(counts)).toBe(1);
  return Object.entries(counts)
    .filter(([, count]) => count === 1)
    .map(([kind]) => kind);
}

describe('who does not reap', () => {
  it.each([
    ['dockerd', 'dockerd'],
    ['containerd', 'containerd'],
    ['shim', 'shim'],
    ['docker', 'host'], // a client; the daemon of 0.x is known by its pid
    ['other', 'host'],
  ] as const)('%s is %s', (name, kind) => {
    expect(parentOf([{ pid: 10, name }, child(10)])).toEqual([kind]);
  });

  it('a process in a container, whatever it is called', () => {
    expect(parentOf([{ pid: 10, name: 'dockerd' }, child(10)], none, [10])).toEqual(['container']);
  });

  it('it is the parent that counts, not where the zombie was', () => {
    expect(parentOf([{ pid: 10 }, child(10)], none, [99])).toEqual(['host']);
  });

  it('the daemons by their pid, before their name and before their container', () => {
    const daemons = { dockerd: 10, containerd: 11 };
    const host: ProcessRow[] = [
      { pid: 10, name: 'docker' },
      { pid: 11, name: 'docker_containe' },
    ];
    expect(parentOf([...host, child(10)], daemons, [10])).toEqual(['dockerd']);
    expect(parentOf([...host, child(11)], daemons)).toEqual(['containerd']);
  });

  it('"docker-containe" is containerd as a child of the daemon and a shim as a child of anything else', () => {
    const host = (name: ProcessRow['name'] & string): ProcessRow[] => [
      { pid: 9, name },
      { pid: 10, ppid: 9, name: 'docker_containe' },
      child(10),
    ];
    expect(parentOf(host('dockerd'))).toEqual(['containerd']);
    expect(parentOf(host('docker'))).toEqual(['containerd']);
    expect(parentOf(host('docker_containe'))).toEqual(['shim']);
    expect(parentOf([{ pid: 10, ppid: 9, name: 'docker_containe' }, child(10)])).toEqual(['shim']);
  });

  it('a parent that is gone is the host', () => {
    expect(parentOf([child(10)])).toEqual(['host']);
    expect(parentOf([child(0)])).toEqual(['host']);
  });
});

/** The same, as slowly and plainly as can be. */
function reference(
  host: readonly ProcessRow[],
  daemons: KnownDaemons,
  inContainer: ReadonlySet<number>,
): ZombieParents {
  const kindOf = (wanted: number): ZombieParentKind => {
    const parent = host.find((row) => row.pid === wanted);
    const grandparent = host.find((row) => row.pid === parent?.ppid);
    if (wanted === daemons.dockerd) return 'dockerd';
    if (wanted === daemons.containerd) return 'containerd';
    if (inContainer.has(wanted)) return 'container';
    if (parent?.name === 'dockerd' || parent?.name === 'containerd' || parent?.name === 'shim') return parent.name;
    if (parent?.name !== 'docker_containe') return 'host';
    return ['dockerd', 'docker'].includes(grandparent?.name ?? '') ? 'containerd' : 'shim';
  };
  const kinds = host.filter(({ state }) => state === 'zombie').map(({ ppid = 1 }) => kindOf(ppid));
  const count = (kind: ZombieParentKind): number => kinds.filter((each) => each === kind).length;
  return {
    dockerd: count('dockerd'),
    containerd: count('containerd'),
    shim: count('shim'),
    container: count('container'),
    host: count('host'),
  };
}

it('counts as the slow way does, and every zombie once', () => {
  const daemons = fc.record({
    dockerd: fc.option(pid, { nil: undefined }),
    containerd: fc.option(pid, { nil: undefined }),
  });
  fc.assert(
    fc.property(rows, daemons, fc.array(pid), (host, known, pids) => {
      const counts = countZombieParents(processTable(host), known, new Set(pids));
      expect(counts).toEqual(reference(host, known, new Set(pids)));
      expect(sum(counts)).toBe(host.filter(({ state }) => state === 'zombie').length);
    }),
    { numRuns: 500 },
  );
});
