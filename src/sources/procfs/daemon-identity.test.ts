import { describe, expect, it } from 'vitest';
import { type ProcessRow, processTable } from '../../../test/support/process-table.ts';
import { identifyDaemons } from './daemon-identity.ts';

interface Situation {
  readonly processes: readonly ProcessRow[];
  readonly pidfile?: number;
  readonly inContainer?: readonly number[];
}

/** The pids found. */
function identify({ processes, pidfile, inContainer = [] }: Situation) {
  const found = identifyDaemons(processTable(processes), pidfile, new Set(inContainer));
  return { dockerd: found.dockerd?.pid, containerd: found.containerd?.pid };
}

const dockerd = (pid: number, more: Partial<ProcessRow> = {}) => ({ pid, name: 'dockerd', ...more }) as const;
const docker = (pid: number, more: Partial<ProcessRow> = {}) => ({ pid, name: 'docker', ...more }) as const;
const containerd = (pid: number, more: Partial<ProcessRow> = {}) => ({ pid, name: 'containerd', ...more }) as const;

describe('dockerd', () => {
  it.each<[string, Situation, number | undefined]>([
    ['is the one that the pidfile names', { processes: [dockerd(10), dockerd(20)], pidfile: 20 }, 20],
    ['is not what has the pid of an old pidfile now', { processes: [{ pid: 10 }, dockerd(20)], pidfile: 10 }, 20],
    ['is not a containerd in the pidfile', { processes: [containerd(10), dockerd(20)], pidfile: 10 }, 20],
    ['is found when the pidfile names nobody', { processes: [dockerd(20)], pidfile: 10 }, 20],
    ['is found without a pidfile', { processes: [{ pid: 1 }, dockerd(20)] }, 20],
    [
      'is the oldest, not the lowest pid',
      { processes: [dockerd(10, { startTicks: 9 }), dockerd(20, { startTicks: 8 })] },
      20,
    ],
    ['is not one in a container', { processes: [dockerd(10), dockerd(20)], inContainer: [10] }, 20],
    ['is nobody when the only one is in a container', { processes: [dockerd(10)], inContainer: [10] }, undefined],
    ['is nobody where nothing is', { processes: [{ pid: 1 }, containerd(5)] }, undefined],
  ])('%s', (_, situation, pid) => {
    expect(identify(situation).dockerd).toBe(pid);
  });
});

describe('docker, the daemon of 0.x and every client', () => {
  it.each<[string, Situation, number | undefined]>([
    ['is the daemon as a child of init', { processes: [docker(10)] }, 10],
    ['is the daemon when the pidfile says so', { processes: [docker(10, { ppid: 500 })], pidfile: 10 }, 10],
    ['is a client below a shell', { processes: [docker(10, { ppid: 500 })] }, undefined],
    ['is the daemon beside its clients', { processes: [docker(10, { ppid: 500, startTicks: 1 }), docker(20)] }, 20],
    ['is a client beside a dockerd, even without a parent', { processes: [docker(10), dockerd(20)] }, 20],
    ['is nobody in a container', { processes: [docker(10)], inContainer: [10] }, undefined],
  ])('%s', (_, situation, pid) => {
    expect(identify(situation).dockerd).toBe(pid);
  });
});

describe('containerd', () => {
  const ofDockerd = (pid: number, name: ProcessRow['name'] = 'containerd') => ({ pid, name, ppid: 50 }) as const;

  it.each<[string, Situation, number | undefined]>([
    ['is a service of its own', { processes: [containerd(20), dockerd(50)] }, 20],
    [
      "is dockerd's child before an older one of Kubernetes",
      { processes: [containerd(20), dockerd(50), ofDockerd(60)] },
      60,
    ],
    ["is dockerd's child by the name cut off", { processes: [dockerd(50), ofDockerd(60, 'docker_containe')] }, 60],
    [
      'is not a shim by the name cut off',
      { processes: [dockerd(50), ofDockerd(60, 'docker_containe'), { pid: 70, ppid: 60, name: 'docker_containe' }] },
      60,
    ],
    [
      'is not a shim whose containerd died',
      { processes: [dockerd(50), { pid: 70, ppid: 1, name: 'docker_containe' }] },
      undefined,
    ],
    ['is not one in a container', { processes: [containerd(20), dockerd(50), containerd(60)], inContainer: [20] }, 60],
    ['is found while dockerd is down', { processes: [containerd(20)] }, 20],
    [
      'is the oldest of several',
      { processes: [containerd(20, { startTicks: 9 }), containerd(30, { startTicks: 8 })] },
      30,
    ],
    ['is nobody on a host of 2014', { processes: [docker(10), { pid: 11, ppid: 10, name: 'shim' }] }, undefined],
  ])('%s', (_, situation, pid) => {
    expect(identify(situation).containerd).toBe(pid);
  });
});

it('names a process by pid and start', () => {
  const found = identifyDaemons(processTable([dockerd(50, { startTicks: 777 })]), undefined, new Set());
  expect(found).toEqual({ dockerd: { pid: 50, startTicks: 777 } });
});
