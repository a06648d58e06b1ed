import { expect, it } from 'vitest';
import { failedEngine, failedHost } from '../../test/support/snapshots.ts';
import type { DaemonProcess } from '../model/daemons.ts';
import type { EngineInfo, EngineView } from '../model/engine.ts';
import { absent, denied, ok, type Reading } from '../model/reading.ts';
import type { Deadline } from '../sources/deadline.ts';
import type { EngineReader } from '../sources/engine/engine-reader.ts';
import type { HostAnswers, HostReader } from '../sources/procfs/host-reader.ts';
import type { HostReadings } from '../sources/procfs/readings.ts';
import { Observer } from './observer.ts';

const nothing = absent('not in this test');

const dockerd = (pid: number): Reading<DaemonProcess> =>
  ok({
    pid,
    startTicks: 100,
    state: 'sleeping',
    threads: 1,
    residentBytes: 1,
    cpu: { user: 0, system: 0 },
    openFds: nothing,
    fdsByTarget: nothing,
    maxFds: nothing,
    threadTimes: nothing,
  });

const info = (facts: Partial<EngineInfo>): Reading<EngineInfo> =>
  ok({
    serverVersion: undefined,
    driver: undefined,
    driverStatus: new Map(),
    storage: { backingFilesystem: undefined, supportsDType: undefined, loopback: undefined },
    pool: nothing,
    cgroupDriver: undefined,
    cgroupVersion: undefined,
    swapLimit: undefined,
    liveRestore: undefined,
    goroutines: undefined,
    dataRoot: undefined,
    operatingSystem: undefined,
    ...facts,
  });

type Request = Parameters<HostReader['read']>[0];

/** A host that answers when it is told to, and remembers what it was asked. */
function fakeHost() {
  const asked: (Request & { deadline: Deadline })[] = [];
  const waiting: { answer: () => void; fail: (error: Error) => void }[] = [];
  const host = {
    readings: readingsWith({}),
    asked,
    stuck: [],
    read: (request: Request, deadline: Deadline) => {
      asked.push({ ...request, deadline });
      return new Promise<HostAnswers>((resolve, reject) =>
        waiting.push({
          answer: () =>
            resolve({
              readings: host.readings,
              durations: new Map([
                ['engine', 2],
                ['host', 1],
              ]),
            }),
          fail: reject,
        }),
      );
    },
    answer: () => waiting.shift()?.answer(),
    fail: (error: Error) => waiting.shift()?.fail(error),
  };
  return host;
}

function readingsWith(readings: Partial<HostReadings>): HostReadings {
  const { daemons: _, ...rest } = failedHost(nothing);
  return { ...rest, daemons: ok({ dockerd: nothing, containerd: nothing }), ...readings };
}

function fakeEngine(view: EngineView = failedEngine(nothing)) {
  const engine = {
    view,
    forgotten: 0,
    read: async () => engine.view,
    forgetVersion: () => {
      engine.forgotten += 1;
    },
  };
  return engine;
}

const observerOf = (host: object, engine?: object): Observer =>
  new Observer({
    host: host as unknown as HostReader,
    engine: engine as unknown as EngineReader | undefined,
    pidfile: '/run/docker.pid',
    sysctls: ['fs.may_detach_mounts'],
  });

it('gives everybody who asks at the same time the same snapshot, and a new one afterwards', async () => {
  const host = fakeHost();
  const observer = observerOf(host);
  const [one, other] = [observer.observe(9), observer.observe(9)];
  expect(host.asked).toHaveLength(1);
  host.answer();
  expect(await one).toBe(await other);
  const next = observer.observe(9);
  expect(host.asked).toHaveLength(2);
  host.answer();
  expect(await next).not.toBe(await one);
});

it('the more impatient one shortens the observation, the more patient one does not put it off', async () => {
  const host = fakeHost();
  const observer = observerOf(host);
  const first = observer.observe(100);
  const { deadline } = host.asked[0] as { deadline: Deadline };
  void observer.observe(500);
  expect(deadline.remaining).toBeLessThanOrEqual(100);
  expect(deadline.remaining).toBeGreaterThan(50);
  void observer.observe(20);
  expect(deadline.remaining).toBeLessThanOrEqual(20);
  host.answer();
  await first;
});

it('an observation that fails does not stand in the way of the next', async () => {
  const host = fakeHost();
  const observer = observerOf(host);
  const failing = observer.observe(9);
  host.fail(new Error('no thread'));
  await expect(failing).rejects.toThrow('no thread');
  const next = observer.observe(9);
  host.answer();
  await expect(next).resolves.toHaveProperty('takenAt');
});

async function observed(observer: Observer, host: ReturnType<typeof fakeHost>) {
  const snapshot = observer.observe(9);
  host.answer();
  return snapshot;
}

it('without an Engine there is none in the snapshot, and nobody counts its time', async () => {
  const host = fakeHost();
  const snapshot = await observed(observerOf(host), host);
  expect(snapshot.engine).toBeUndefined();
  expect(snapshot.visibility.engine.visible).toBe(false);
  expect(snapshot.durations).toEqual({ engine: 2, host: 1 });
  expect(snapshot.dataTimes).toEqual({});
  expect(Object.isFrozen(snapshot)).toBe(true);
});

it('adds the time of the Engine to that of its readings, and dates the inventory', async () => {
  const host = fakeHost();
  const snapshot = await observed(observerOf(host, fakeEngine()), host);
  expect(snapshot.durations['engine']).toBeGreaterThanOrEqual(2);
  expect(snapshot.durations['host']).toBe(1);
  expect(snapshot.dataTimes).toEqual({ inventory: 1 });
});

it('looks at the data root that the Engine named last, also when it no longer answers', async () => {
  const host = fakeHost();
  const engine = fakeEngine();
  const observer = observerOf(host, engine);
  await observed(observer, host);
  engine.view = { ...engine.view, info: info({ dataRoot: '/data/docker' }) };
  await observed(observer, host);
  engine.view = failedEngine(denied('EACCES'));
  await observed(observer, host);
  engine.view = { ...engine.view, info: info({}) };
  await observed(observer, host);
  await observed(observer, host);
  expect(host.asked.map(({ dataRoot }) => dataRoot)).toEqual([
    undefined,
    undefined,
    '/data/docker',
    '/data/docker',
    '/data/docker',
  ]);
  for (const { pidfile, sysctls } of host.asked) {
    expect([pidfile, sysctls]).toEqual(['/run/docker.pid', ['fs.may_detach_mounts']]);
  }
});

it('forgets the version of the Engine when dockerd is another process, and only then', async () => {
  const host = fakeHost();
  const engine = fakeEngine();
  const observer = observerOf(host, engine);
  const forgotten: number[] = [];
  const daemons = [dockerd(800), dockerd(800), nothing, dockerd(801), dockerd(801)];
  for (const daemon of daemons) {
    host.readings = readingsWith({ daemons: ok({ dockerd: daemon, containerd: nothing }) });
    const snapshot = await observed(observer, host);
    expect(snapshot.host.daemons.dockerd.process).toBe(daemon);
    forgotten.push(engine.forgotten);
  }
  expect(forgotten).toEqual([0, 0, 0, 1, 1]);
  host.readings = readingsWith({ daemons: ok({ dockerd: dockerd(801), containerd: dockerd(7) }) });
  await observed(observer, host);
  host.readings = readingsWith({ daemons: ok({ dockerd: dockerd(801), containerd: dockerd(8) }) });
  const snapshot = await observed(observer, host);
  expect(snapshot.host.daemons.containerd.restarts).toBe(1);
  expect(engine.forgotten).toBe(1);
});

it('passes on why the processes could not be read to both daemons', async () => {
  const host = fakeHost();
  host.readings = readingsWith({ daemons: denied('/proc: EACCES') });
  const { daemons } = (await observed(observerOf(host), host)).host;
  expect([daemons.dockerd.process, daemons.containerd.process]).toEqual([
    denied('/proc: EACCES'),
    denied('/proc: EACCES'),
  ]);
});

it('takes the boot time of the same snapshot for the start of the daemon', async () => {
  const host = fakeHost();
  host.readings = readingsWith({
    daemons: ok({ dockerd: dockerd(800), containerd: nothing }),
    kernelStat: ok({ bootTime: 1_795_000_000, cpus: 2 }),
  });
  const { daemons } = (await observed(observerOf(host), host)).host;
  expect(daemons.dockerd.startTime).toBe(1_795_000_001);
});

it.each([absent('no file'), denied('EACCES')])(
  'takes the Engine’s word on the distribution when the host’s is $kind',
  async (distribution) => {
    const host = fakeHost();
    host.readings = readingsWith({ distribution });
    const told = fakeEngine({ ...failedEngine(nothing), info: info({ operatingSystem: 'Debian GNU/Linux 12' }) });
    expect((await observed(observerOf(host, told), host)).host.distribution).toEqual(ok('Debian GNU/Linux 12'));
    expect((await observed(observerOf(host, fakeEngine()), host)).host.distribution).toEqual(distribution);
    host.readings = readingsWith({ distribution: ok('debian 13') });
    expect((await observed(observerOf(host, told), host)).host.distribution).toEqual(ok('debian 13'));
  },
);
