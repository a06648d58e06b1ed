import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FakeEngine } from '../../../test/support/fake-engine.ts';
import { answers, askedFor, testEngine } from '../../../test/support/test-engine.ts';
import type { Log } from '../../model/log.ts';
import { Deadline } from '../deadline.ts';
import { EngineReader } from './engine-reader.ts';
import type { InventoryOptions } from './inventory.ts';

const start = 1_795_000_000;
const waiting = { timeout: 20_000 };
/** For a machine however busy, and for an Engine that hangs. */
const patient = 20;
const impatient = 0.3;
const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() } satisfies Log;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(start * 1000);
});
afterEach(() => void vi.useRealTimers());

function readerOf(
  { socketPath }: Pick<FakeEngine, 'socketPath'>,
  timeoutSeconds = patient,
  inventory?: InventoryOptions,
) {
  const endpoint = { kind: 'unix', path: socketPath } as const;
  const reader = new EngineReader({ endpoint, timeoutSeconds, containersSeconds: 15, inventory }, log);
  onTestFinished(() => reader.close());
  const read = async (seconds = patient) => {
    const deadline = new Deadline(seconds);
    const view = await reader.read(deadline);
    deadline.clear();
    const { ping, list, info } = view.probes;
    return { ...view, states: [ping.state, list.state, info.state] };
  };
  return { reader, read };
}

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

describe('an Engine that answers', () => {
  it('is ok in every respect', async () => {
    const engine = await testEngine();
    const view = await readerOf(engine).read();
    expect(view.states).toEqual(['ok', 'ok', 'ok']);
    expect(view.probes.ping).toEqual({
      state: 'ok',
      durationSeconds: expect.any(Number),
      lastAnswer: start,
      detail: undefined,
    });
    expect(view.info).toMatchObject({ value: { serverVersion: '29.1.3', driver: 'overlay2' } });
    expect(view.version).toMatchObject({ value: { apiVersion: '1.52' } });
    expect(view.containers).toMatchObject({ value: { containers: [{ name: 'web' }, { name: 'job' }] } });
    expect(view.inventory).toBeUndefined();
  });

  it('is asked nothing but GET, and nothing dear while a scrape waits', async () => {
    const engine = await testEngine();
    await readerOf(engine).read();
    await vi.waitFor(() => expect(engine.openEventStreams).toBe(1), waiting);
    const asked = engine.requests.map(({ method, url }) => `${method} ${url.replace(/filters=.*/, 'filters')}`);
    expect(asked.sort()).toEqual([
      'GET /_ping',
      'GET /containers/json?all=1',
      'GET /containers/json?limit=1',
      'GET /events?filters',
      'GET /info',
      'GET /version',
    ]);
  });

  it('has its inventory fetched behind the scrape', async () => {
    const engine = await testEngine();
    const { read } = readerOf(engine, patient, { intervalSeconds: 300, diskUsage: false });
    expect((await read()).inventory).toBeUndefined();
    await vi.waitFor(async () => expect((await read()).inventory?.images).toMatchObject({ kind: 'ok' }), waiting);
    expect(askedFor(engine, '/images/json')).toBe(1);
  });

  it('has its inventory fetched at once for who looks only once', async () => {
    const engine = await testEngine();
    const { reader, read } = readerOf(engine, patient, { intervalSeconds: 300, diskUsage: true });
    await reader.refreshInventory(new Deadline(patient));
    expect((await read()).inventory).toMatchObject({ images: { kind: 'ok' }, reclaimable: { kind: 'ok' } });
  });

  it('answers even where it does not know /_ping yet', async () => {
    const { ping, ...old } = answers;
    expect((await readerOf(await testEngine(old)).read()).states).toEqual(['ok', 'ok', 'ok']);
  });

  it('is not taken at its word when it talks nonsense', async () => {
    const engine = await testEngine();
    engine.setBehaviour('*', 'garbage');
    const { info, version, containers } = await readerOf(engine).read();
    expect([info.kind, version.kind, containers.kind]).toEqual(['malformed', 'malformed', 'malformed']);
  });
});

describe('the version', () => {
  it('is asked seldom', async () => {
    const engine = await testEngine();
    const { read } = readerOf(engine);
    const first = await read();
    pass(299);
    expect((await read()).version).toEqual(first.version);
    expect(askedFor(engine, '/version')).toBe(1);
    pass(1);
    await read();
    expect(askedFor(engine, '/version')).toBe(2);
  });

  it('is asked again when told to forget it', async () => {
    const engine = await testEngine();
    const { reader, read } = readerOf(engine);
    await read();
    engine.answers = { ...answers, version: { Version: '30.0.0' } };
    reader.forgetVersion();
    expect((await read()).version).toMatchObject({ value: { version: '30.0.0' } });
  });

  it('is asked again after the Engine failed: it may be another one', async () => {
    const engine = await testEngine();
    const { read } = readerOf(engine);
    await read();
    engine.setBehaviour('/containers/json', '500');
    await read();
    engine.setBehaviour('/containers/json', 'ok');
    await read();
    expect(askedFor(engine, '/version')).toBe(2);
  });

  it('is asked again when it did not come', async () => {
    const engine = await testEngine();
    engine.setBehaviour('/version', '500');
    const { read } = readerOf(engine);
    expect((await read()).version).toMatchObject({ kind: 'malformed' });
    engine.setBehaviour('/version', 'ok');
    expect((await read()).version).toMatchObject({ kind: 'ok' });
  });
});

describe('single containers', () => {
  const [web, job, gone] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];

  async function inspected(engine: FakeEngine) {
    const { reader, read } = readerOf(engine);
    const before = await read();
    reader.inspect([web, job, gone]);
    await reader.inspectsSettled(new Deadline(patient));
    return { reader, read, before };
  }

  it('are inspected only when told to, and in the views after that', async () => {
    const engine = await testEngine();
    const { read, before } = await inspected(engine);
    const view = await read();
    expect(before.inspected).toEqual(new Map());
    expect([...view.inspected].map(([id, { state }]) => [id, state]).sort()).toEqual([
      [web, 'running'],
      [job, 'exited'],
      [gone, 'missing'],
    ]);
    expect(new Set(engine.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    for (const id of [web, job, gone]) expect(askedFor(engine, `/containers/${id}/json`)).toBe(1);
  });

  it('are not waited for by a scrape', async () => {
    const engine = await testEngine();
    engine.setBehaviour(`/containers/${web}/json`, 'hang');
    const { reader, read } = readerOf(engine);
    reader.inspect([web]);
    await vi.waitFor(() => expect(askedFor(engine, `/containers/${web}/json`)).toBe(1), waiting);
    expect(await read()).toMatchObject({ states: ['ok', 'ok', 'ok'], inspected: new Map() });
  });

  it('are not known any more when dockerd is another one', async () => {
    const { reader, read } = await inspected(await testEngine());
    reader.forgetVersion();
    expect((await read()).inspected).toEqual(new Map());
  });

  it('are not known any more when the Engine has failed in between', async () => {
    const engine = await testEngine();
    const { read } = await inspected(engine);
    engine.setBehaviour('/containers/json', '500');
    expect((await read()).inspected).toEqual(new Map());
  });
});

describe('an Engine that hangs', () => {
  it('is given up after the timeout, long before the deadline', async () => {
    const engine = await testEngine();
    engine.setBehaviour('*', 'hang');
    const begin = performance.now();
    const view = await readerOf(engine, impatient).read();
    // Generous: neither was the deadline waited for nor one call after the other.
    expect(performance.now() - begin).toBeLessThan((patient / 2) * 1000);
    expect(view.states).toEqual(['timeout', 'timeout', 'timeout']);
    expect([view.info.kind, view.version.kind, view.containers.kind]).toEqual(['timeout', 'timeout', 'timeout']);
    expect(view.probes.ping).toMatchObject({ durationSeconds: impatient, lastAnswer: undefined });
  });

  it('is given up at the deadline when that comes first', async () => {
    const engine = await testEngine();
    engine.setBehaviour('*', 'hang');
    expect((await readerOf(engine, patient).read(impatient)).states).toEqual(['timeout', 'timeout', 'timeout']);
  });

  it('gets one question of each kind, however often it is scraped', async () => {
    const engine = await testEngine();
    engine.setBehaviour('*', 'hang');
    const { read } = readerOf(engine, impatient);
    for (let round = 0; round < 4; round += 1) await read();
    expect(engine.requests.map(({ url }) => url).sort()).toEqual([
      '/_ping',
      '/containers/json?limit=1',
      '/info',
      '/version',
    ]);
  });

  it('in /info alone still lists its containers', async () => {
    const engine = await testEngine();
    engine.setBehaviour('/info', 'hang');
    const { read } = readerOf(engine, impatient);
    const view = await read();
    expect(view.states).toEqual(['ok', 'ok', 'timeout']);
    expect(view.info.kind).toBe('timeout');
    expect(view.containers.kind).toBe('ok');
    expect(view.version.kind).toBe('ok');
  });

  it('is asked for no list when it does not even give one entry', async () => {
    const engine = await testEngine();
    engine.setBehaviour('/containers/json?limit=1', '500');
    const { containers } = await readerOf(engine).read();
    expect(containers).toMatchObject({ kind: 'malformed', detail: expect.stringContaining('HTTP 500') });
    expect(engine.requests.map(({ url }) => url)).not.toContain('/containers/json?all=1');
  });
});

describe('an Engine that is gone', () => {
  it('is refused, remembered, and found again', async () => {
    const engine = await testEngine();
    const { read } = readerOf(engine);
    await read();
    await engine.close();
    pass(60);
    const gone = await read();
    expect(gone.states).toEqual(['refused', 'refused', 'refused']);
    expect(gone.containers.kind).toBe('absent');
    expect(gone.probes.list).toMatchObject({ lastAnswer: start, detail: expect.stringContaining('ENOENT') });
    await testEngine(answers, engine.socketPath);
    expect((await read()).probes.list).toMatchObject({ state: 'ok', lastAnswer: start + 60 });
  });
});
