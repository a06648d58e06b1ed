import { describe, expect, it } from 'vitest';
import { healthyEngine, healthyHost, healthyInfo, healthySnapshot, runningDaemon } from '../../test/support/healthy.ts';
import type { Daemon } from '../model/daemons.ts';
import type { EngineView } from '../model/engine.ts';
import type { HostFacts } from '../model/facts.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import { absent, ok, okValue, timedOut } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { factsOfHost } from './facts.ts';
import { remember } from './remember.ts';

const first = runningDaemon({ pid: 100, startTicks: 500 });
const second = runningDaemon({ pid: 200, startTicks: 9000 });
const samePid = runningDaemon({ pid: 100, startTicks: 9000 });
const gone: Daemon = { ...runningDaemon(), process: absent('no dockerd') };
const unseen: Daemon = { ...runningDaemon(), process: timedOut('late') };

const okVersionOf = (version: string) =>
  ok({ version, apiVersion: undefined, containerdVersion: `c${version}`, runcVersion: `r${version}` });

const engineOf = (version: string, driver: string): EngineView => ({
  ...healthyEngine,
  info: ok({
    ...healthyInfo,
    serverVersion: version,
    driver,
    cgroupVersion: '1',
    driverStatus: new Map([['Dirs', '1']]),
  }),
  version: okVersionOf(version),
});
const silent: EngineView = { ...healthyEngine, info: timedOut('late'), version: timedOut('late') };
const hanging = (version: string): EngineView => ({ ...engineOf(version, ''), info: timedOut('late') });

const aufsMounted = ok({
  roots: [{ driver: 'aufs', key: 'si', mountPoint: '/var/lib/docker/aufs/mnt/1' }],
  ownRoot: undefined,
  networkNamespaces: 0,
  devicemapperSources: [],
} as const);

interface Look {
  readonly dockerd: Daemon;
  readonly engine?: EngineView | undefined;
  readonly mounts?: Snapshot['host']['mounts'];
}

/** The facts at the last of these looks. */
function watch(...looks: readonly Look[]): HostFacts {
  let memory: Memory = noMemory;
  let facts: HostFacts | undefined;
  for (const { dockerd, engine, mounts = healthyHost.mounts } of looks) {
    const host = { ...healthyHost, mounts, daemons: { ...healthyHost.daemons, dockerd } };
    const snapshot: Snapshot = { ...healthySnapshot, host, engine };
    memory = { ...memory, ...remember(snapshot, memory) };
    facts = factsOfHost(snapshot, memory);
  }
  return facts as HostFacts;
}

const told = ({ storageDriver, engineVersion, containerdVersion, runcVersion, cgroupVersion, swapLimit }: HostFacts) =>
  [storageDriver, engineVersion, containerdVersion, runcVersion, cgroupVersion, swapLimit].map((fact) =>
    okValue<unknown>(fact),
  );
const old = ['aufs', '1.9.1', 'c1.9.1', 'r1.9.1', '1', true];
const nothing = Array(6).fill(undefined);

const answer: Look = { dockerd: first, engine: engineOf('1.9.1', 'aufs') };

describe('what the Engine has said', () => {
  it('stays known while it is silent, however long', () => {
    expect(told(watch(answer))).toEqual(old);
    const facts = watch(answer, { dockerd: first, engine: silent }, { dockerd: first, engine: silent });
    expect(told(facts)).toEqual(old);
    expect(facts.driverStatus).toEqual(ok({ entries: new Map([['Dirs', '1']]), isWhole: true }));
  });

  it('stays known while dockerd is not there or cannot be seen', () => {
    for (const dockerd of [gone, unseen]) {
      expect(told(watch(answer, { dockerd, engine: silent }))).toEqual(old);
      expect(told(watch(answer, { dockerd, engine: silent }, { dockerd: first, engine: silent }))).toEqual(old);
    }
  });

  it.each([
    ['another pid', second],
    ['the same pid with another start', samePid],
  ])('is forgotten at the second look at another process: %s', (_, dockerd) => {
    const hung: Look = { dockerd, engine: silent };
    expect(told(watch(answer, hung))).toEqual(old);
    const facts = watch(answer, hung, hung);
    expect(told(facts)).toEqual(nothing);
    expect(facts.storageDriver).toEqual(timedOut('the Engine has not answered'));
    expect(facts.driverStatus.kind).toBe('timeout');
    expect(told(watch(answer, { dockerd: gone, engine: silent }, hung))).toEqual(old);
    expect(told(watch(answer, { dockerd: gone, engine: silent }, hung, hung))).toEqual(nothing);
    expect(told(watch(answer, hung, hung, hung))).toEqual(nothing);
  });

  it('is forgotten at the second look also where dockerd is not seen then', () => {
    for (const dockerd of [gone, unseen]) {
      expect(told(watch(answer, { dockerd: second, engine: silent }, { dockerd, engine: silent }))).toEqual(nothing);
    }
  });

  it('is kept whole at the first look at another dockerd, whatever is told: it may be from before', () => {
    const halfNew = { ...engineOf('17.12.1', 'overlay2'), version: okVersionOf('1.9.1') };
    const halfOld = { ...engineOf('1.9.1', 'aufs'), version: okVersionOf('17.12.1') };
    for (const engine of [halfNew, halfOld, engineOf('17.12.1', 'overlay2'), hanging('17.12.1'), undefined]) {
      const facts = watch(answer, { dockerd: second, engine });
      expect(told(facts)).toEqual(old);
      expect(facts.driverStatus).toEqual(ok({ entries: new Map([['Dirs', '1']]), isWhole: true }));
    }
  });

  it('is that of the new dockerd from the second look on', () => {
    const anew: Look = { dockerd: second, engine: engineOf('17.12.1', 'overlay2') };
    const news = ['overlay2', '17.12.1', 'c17.12.1', 'r17.12.1', '1', true];
    expect(told(watch(answer, anew, anew))).toEqual(news);
    expect(told(watch(answer, anew, anew, { dockerd: second, engine: silent }))).toEqual(news);
    expect(told(watch(answer, { dockerd: second, engine: silent }, anew))).toEqual(news);
  });

  it('is of the new dockerd only, where only one of its answers has come', () => {
    const half: Look = { dockerd: second, engine: hanging('17.12.1') };
    const facts = watch(answer, half, half);
    expect(told(facts)).toEqual([undefined, '17.12.1', 'c17.12.1', 'r17.12.1', undefined, undefined]);
    const silentVersion = { ...engineOf('17.12.1', 'overlay2'), version: timedOut('late') };
    const other: Look = { dockerd: second, engine: silentVersion };
    expect(told(watch(answer, other, other))).toEqual(['overlay2', '17.12.1', undefined, undefined, '1', true]);
  });

  it('is kept for one look more where dockerd is restarted again and again', () => {
    const restarted: Look = { dockerd: second, engine: engineOf('17.12.1', 'overlay2') };
    const again: Look = { dockerd: samePid, engine: engineOf('19.03.6', 'btrfs') };
    expect(told(watch(answer, restarted, again))).toEqual(old);
    expect(told(watch(answer, restarted, again, again))[0]).toBe('btrfs');
  });

  it('has been heard, also after it is forgotten', () => {
    const hung: Look = { dockerd: second, engine: silent };
    const facts = watch(answer, hung, hung, { dockerd: second, engine: engineOf('17.12.1', 'overlay2') });
    expect(told(facts)[0]).toBe('overlay2');
    expect(watch(answer, hung, hung).containerdVersion).toEqual(timedOut('the Engine has not answered'));
  });

  it('is the last word: an Engine may be upgraded where nobody sees its process', () => {
    expect(told(watch({ ...answer, dockerd: unseen }, { dockerd: unseen, engine: engineOf('2', 'btrfs') }))[0]).toBe(
      'btrfs',
    );
  });

  it('is of the dockerd that is seen next, where none was seen when it was said', () => {
    const blind: Look = { ...answer, dockerd: unseen };
    expect(told(watch(blind, { dockerd: first, engine: silent }))).toEqual(old);
    const hung: Look = { dockerd: second, engine: silent };
    expect(told(watch(blind, { dockerd: first, engine: silent }, hung))).toEqual(old);
    expect(told(watch(blind, { dockerd: first, engine: silent }, hung, hung))).toEqual(nothing);
  });

  it('is not that of another host', () => {
    expect(told(watch(answer, { dockerd: gone, engine: engineOf('2', 'btrfs') }))).toEqual(old);
  });

  it('is kept apart for its two answers: containerd hangs, and only /info with it', () => {
    expect(told(watch(answer, { dockerd: first, engine: hanging('1.9.1') }))).toEqual(old);
  });

  it('stays known when it is not asked any more', () => {
    expect(told(watch(answer, { dockerd: first, engine: undefined }))).toEqual(old);
  });
});

describe('the storage driver by what is mounted', () => {
  const frozen: Look = { dockerd: first, engine: silent, mounts: aufsMounted };

  it('is taken when the exporter has started while the Engine hangs', () => {
    expect(watch(frozen).storageDriver).toEqual(ok('aufs', ['told by what is mounted: the Engine has not answered']));
    expect(okValue(watch(frozen, frozen).storageDriver)).toBe('aufs');
    expect(watch(frozen).engineVersion.kind).toBe('timeout');
  });

  it('is taken also when the Engine tells its version alone', () => {
    expect(okValue(watch({ ...frozen, engine: hanging('1.9.1') }).storageDriver)).toBe('aufs');
  });

  it('is not taken when the Engine says or has said it', () => {
    const overlay2: Look = { dockerd: first, engine: engineOf('1.9.1', 'overlay2'), mounts: aufsMounted };
    expect(watch(overlay2).storageDriver).toEqual(ok('overlay2'));
    expect(watch(overlay2, frozen).storageDriver).toEqual(ok('overlay2'));
    expect(watch(frozen, overlay2).storageDriver).toEqual(ok('overlay2'));
  });

  it('is not taken of a dockerd that was restarted: it may have been given another one', () => {
    const restarted: Look = { ...frozen, dockerd: second };
    const overlay2: Look = { dockerd: first, engine: engineOf('1.9.1', 'overlay2') };
    expect(watch(overlay2, restarted).storageDriver).toEqual(ok('overlay2'));
    expect(watch(overlay2, restarted, restarted).storageDriver.kind).toBe('timeout');
    expect(watch(overlay2, restarted, { ...restarted, engine: hanging('2') }).storageDriver.kind).toBe('timeout');
  });
});
