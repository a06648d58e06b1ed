import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FakeEngine } from '../../../test/support/fake-engine.ts';
import { answers, askedFor, clientOf, testEngine } from '../../../test/support/test-engine.ts';
import { Deadline } from '../deadline.ts';
import { ContainerListCache, freshSeconds } from './container-list.ts';

const start = 1_795_000_000;
const waiting = { timeout: 20_000 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(start * 1000);
});
afterEach(() => void vi.useRealTimers());

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const fetched = (engine: FakeEngine) => askedFor(engine, '/containers/json');

async function cacheOf(engine: FakeEngine) {
  const cache = new ContainerListCache(clientOf(engine));
  onTestFinished(() => cache.close());
  const read = async (timeoutSeconds = 20) => {
    const deadline = new Deadline(20);
    const reading = await cache.read(timeoutSeconds, deadline);
    deadline.clear();
    return reading;
  };
  return read;
}

/** Has read the list and follows the events; what happened while the stream was opened is dealt with. */
async function settled() {
  const engine = await testEngine();
  const read = await cacheOf(engine);
  await read();
  await vi.waitFor(() => expect(engine.openEventStreams).toBe(1), waiting);
  pass(freshSeconds);
  await read();
  return { engine, read, before: fetched(engine) };
}

/** Sends an event and waits until it must have arrived: an answer on a later connection came back. */
async function emit(engine: FakeEngine): Promise<void> {
  engine.emit({ Type: 'container', Action: 'die' });
  for (let round = 0; round < 3; round += 1) {
    await clientOf(engine).get('/_ping', { timeoutSeconds: 20, maxBytes: 100 });
  }
}

describe('the list', () => {
  it('has containers in every state, and the time it was asked for', async () => {
    const engine = await testEngine();
    const read = await cacheOf(engine);
    expect(await read()).toMatchObject({
      kind: 'ok',
      value: {
        fetchedAt: start,
        containers: [
          { name: 'web', state: 'running' },
          { name: 'job', state: 'exited' },
        ],
      },
    });
    expect(engine.requests.map(({ url }) => url)).toContain('/containers/json?all=1');
  });

  it('is not fetched again while it is fresh, whatever happens', async () => {
    const { engine, read, before } = await settled();
    await emit(engine);
    pass(freshSeconds - 1);
    await read();
    expect(fetched(engine)).toBe(before);
  });

  it('is not fetched again, however old, as long as nothing happens', async () => {
    const { engine, read, before } = await settled();
    const first = await read();
    for (let round = 0; round < 5; round += 1) {
      pass(3600);
      expect(await read()).toEqual(first);
    }
    expect(fetched(engine)).toBe(before);
  });

  it('is fetched again after an event, once', async () => {
    const { engine, read, before } = await settled();
    engine.answers = { ...answers, containers: answers.containers.slice(0, 1) };
    await emit(engine);
    pass(freshSeconds);
    expect(await read()).toMatchObject({ value: { fetchedAt: Date.now() / 1000, containers: [{ name: 'web' }] } });
    pass(freshSeconds);
    await read();
    expect(fetched(engine)).toBe(before + 1);
  });

  it('is fetched a second time for what happened before the stream was open', async () => {
    const engine = await testEngine();
    const read = await cacheOf(engine);
    await read();
    await vi.waitFor(() => expect(engine.openEventStreams).toBe(1), waiting);
    for (let round = 0; round < 3; round += 1) {
      pass(freshSeconds);
      await read();
    }
    expect(fetched(engine)).toBe(2);
  });

  it('is fetched every time without a stream of events', async () => {
    const engine = await testEngine();
    engine.setBehaviour('/events', '500');
    const read = await cacheOf(engine);
    for (let round = 1; round <= 3; round += 1) {
      await read();
      await vi.waitFor(() => expect(askedFor(engine, '/events')).toBe(round), waiting);
      await emit(engine); // the failed stream has been noticed by then
      pass(freshSeconds);
    }
    expect(fetched(engine)).toBe(3);
  });
});

describe('a list that does not come', () => {
  it('is asked for again at the next scrape, and the old one is not passed off as new', async () => {
    const { engine, read, before } = await settled();
    await emit(engine);
    pass(freshSeconds);
    engine.setBehaviour('/containers/json', '500');
    expect(await read()).toMatchObject({ kind: 'malformed', detail: expect.stringContaining('HTTP 500') });
    engine.setBehaviour('/containers/json', 'ok');
    expect(await read()).toMatchObject({ kind: 'ok', value: { fetchedAt: Date.now() / 1000 } });
    expect(fetched(engine)).toBe(before + 2);
  });

  it('is a timeout, and there is never more than one question under way', async () => {
    const engine = await testEngine();
    engine.setBehaviour('/containers/json', 'hang');
    const read = await cacheOf(engine);
    for (let round = 0; round < 3; round += 1) expect(await read(0.05)).toMatchObject({ kind: 'timeout' });
    expect(fetched(engine)).toBe(1);
  });

  it('is malformed when it makes no sense', async () => {
    const engine = await testEngine();
    engine.setBehaviour('/containers/json', 'garbage');
    const read = await cacheOf(engine);
    expect(await read()).toMatchObject({ kind: 'malformed', detail: expect.stringMatching(/^GET .containers.json: /) });
  });
});
