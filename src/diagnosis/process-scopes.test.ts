import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pid, rows } from '../../test/support/arbitrary-processes.ts';
import { type ProcessRow, processTable } from '../../test/support/process-table.ts';
import { countScopes } from './process-scopes.ts';

const scopes = (host: readonly ProcessRow[], inContainer: readonly number[] = []) => {
  const { uninterruptible, unkillable } = countScopes(processTable(host), new Set(inContainer));
  return { uninterruptible, unkillable: Object.fromEntries(unkillable) };
};

it('finds nothing on a healthy host', () => {
  expect(scopes([{ pid: 1 }, { pid: 2, state: 'running' }])).toEqual({
    uninterruptible: { container: 0, host: 0 },
    unkillable: {},
  });
});

it('counts state D by where it is, killed or not', () => {
  const host: ProcessRow[] = [
    { pid: 5, state: 'disk_sleep' },
    { pid: 6, state: 'disk_sleep', killPending: true },
    { pid: 7, state: 'disk_sleep', killPending: true },
  ];
  expect(scopes(host, [7])).toEqual({
    uninterruptible: { container: 1, host: 2 },
    unkillable: { 'host/disk_sleep': 1, 'container/disk_sleep': 1 },
  });
});

it('counts what SIGKILL did not end by its state', () => {
  const host: ProcessRow[] = [
    { pid: 5, state: 'running', killPending: true },
    { pid: 6, state: 'running', killPending: true },
    { pid: 7, state: 'stopped', killPending: true },
    { pid: 8, state: 'stopped' },
  ];
  expect(scopes(host, [5, 7]).unkillable).toEqual({
    'container/running': 1,
    'host/running': 1,
    'container/stopped': 1,
  });
});

it('a zombie that was killed is dead, unless threads of it live on', () => {
  const zombie = (number: number, threads: number): ProcessRow => ({
    pid: number,
    state: 'zombie',
    threads,
    killPending: true,
  });
  expect(scopes([zombie(5, 0), zombie(6, 1), zombie(7, 2)]).unkillable).toEqual({ 'host/zombie': 1 });
});

it('adds up to the processes in state D and to those that SIGKILL did not end', () => {
  fc.assert(
    fc.property(rows, fc.array(pid), (host, pids) => {
      const { uninterruptible, unkillable } = scopes(host, pids);
      expect(uninterruptible.container + uninterruptible.host).toBe(
        host.filter(({ state }) => state === 'disk_sleep').length,
      );
      const stays = ({ killPending, state, threads = 1 }: ProcessRow): boolean =>
        killPending === true && !(state === 'zombie' && threads <= 1);
      expect(Object.values(unkillable).reduce((sum, count) => sum + count, 0)).toBe(host.filter(stays).length);
    }),
  );
});
