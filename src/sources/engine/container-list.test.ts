import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshSeconds, readerOfList } from '../../../test/support/engine-list.ts';
import type { FakeEngine } from '../../../test/support/fake-engine.ts';
import { answers, askedFor, clientOf, testEngine } from '../../../test/support/test-engine.ts';
import { clock } from '../clock.ts';

const waiting = { timeout: 20_000 };
/** A little more than it takes: waiting moves the clock by fractions, whose sums are not exact. */
const stale = freshSeconds + 0.01;

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);
const fetched = (engine: FakeEngine) => askedFor(engine, '/containers/json');

/** Has read the list and follows the events; what happened while the stream was opened is dealt with. */
async function settled() {
  const engine = await testEngine();
  const read = readerOfList(engine);
  await read();
  await vi.waitFor(() => expect(engine.openEventStreams).toBe(1), waiting);
  pass(stale);
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
    const read = readerOfList(engine);
    pass(100);
    expect(await read()).toMatchObject({
      kind: 'ok',
      value: {
        askedAt: 100,
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
    pass(stale);
    expect(await read()).toMatchObject({ value: { askedAt: clock(), containers: [{ name: 'web' }] } });
    pass(stale);
    await read();
    expect(fetched(engine)).toBe(before + 1);
  });

  it('is fetched a second time for what happened before the stream was open', async () => {
    const engine = await testEngine();
    const read = readerOfList(engine);
    await read();
    await vi.waitFor(() => expect(engine.openEventStreams).toBe(1), waiting);
    for (let round = 0; round < 3; round += 1) {
      pass(stale);
      await read();
    }
    expect(fetched(engine)).toBe(2);
  });

  it('is fetched every time without a stream of events', async () => {
    const engine = await testEngine();
    engine.setBehaviour('/events', '500');
    const read = readerOfList(engine);
    for (let round = 1; round <= 3; round += 1) {
      await read();
      await vi.waitFor(() => expect(askedFor(engine, '/events')).toBe(round), waiting);
      await emit(engine); // the failed stream has been noticed by then
      pass(stale);
    }
    expect(fetched(engine)).toBe(3);
  });
});

describe('a list that does not come', () => {
  it('is asked for again at the next scrape, and the old one is not passed off as new', async () => {
    const { engine, read, before } = await settled();
    await emit(engine);
    pass(stale);
    engine.setBehaviour('/containers/json', '500');
    expect(await read()).toMatchObject({ kind: 'malformed', detail: expect.stringContaining('HTTP 500') });
    engine.setBehaviour('/containers/json', 'ok');
    expect(await read()).toMatchObject({ kind: 'ok', value: { askedAt: clock() } });
    expect(fetched(engine)).toBe(before + 2);
  });

  it('is a timeout, and there is never more than one question under way', async () => {
    const engine = await testEngine();
    engine.setBehaviour('/containers/json', 'hang');
    const read = readerOfList(engine);
    for (let round = 0; round < 3; round += 1) expect(await read(0.05)).toMatchObject({ kind: 'timeout' });
    expect(fetched(engine)).toBe(1);
  });

  it('is malformed when it makes no sense', async () => {
    const engine = await testEngine();
    engine.setBehaviour('/containers/json', 'garbage');
    const read = readerOfList(engine);
    expect(await read()).toMatchObject({ kind: 'malformed', detail: expect.stringMatching(/^GET .containers.json: /) });
  });
});
