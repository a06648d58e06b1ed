import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineAnswers } from '../../../test/support/engine-answers.ts';
import { answers, askedFor, clientOf, testEngine } from '../../../test/support/test-engine.ts';
import type { Log } from '../../model/log.ts';
import { ok } from '../../model/reading.ts';
import { InventoryReader } from './inventory.ts';

const waiting = { timeout: 20_000 };
const intervalSeconds = 300;

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

async function inventory(source: EngineAnswers = answers, diskUsage = false) {
  const engine = await testEngine(source);
  const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() } satisfies Log;
  const reader = new InventoryReader(clientOf(engine), { intervalSeconds, diskUsage }, log);
  return { engine, log, reader };
}

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

describe('what is fetched', () => {
  it('are images and volumes', async () => {
    const { reader, engine, log } = await inventory();
    expect(reader.latest).toBeUndefined();
    await reader.refresh();
    expect(reader.latest).toEqual({
      images: ok({ tagged: 2, dangling: 1 }),
      volumes: ok({ used: 1, unused: 1 }),
      reclaimable: undefined,
      fetchedAt: expect.closeTo(Date.now() / 1000, -2),
    });
    expect(askedFor(engine, '/system/df')).toBe(0);
    expect(log.warn).not.toHaveBeenCalled();
  });

  it('is disk usage as well, when it was asked for', async () => {
    const { reader, engine } = await inventory(answers, true);
    await reader.refresh();
    expect(askedFor(engine, '/system/df')).toBe(1);
    expect(reader.latest?.reclaimable).toMatchObject({ kind: 'ok' });
  });

  it('are no volumes with an Engine too old to have any', async () => {
    const { volumes, ...old } = answers;
    const { reader, log } = await inventory(old);
    await reader.refresh();
    expect(reader.latest).toMatchObject({ images: { kind: 'ok' }, volumes: { kind: 'absent' } });
    expect(log.warn).not.toHaveBeenCalled();
  });

  it('does not lose the rest when one part fails, and is logged', async () => {
    const { reader, engine, log } = await inventory();
    engine.setBehaviour('/images/json', '500');
    await reader.refresh();
    expect(reader.latest).toMatchObject({ images: { kind: 'malformed' }, volumes: ok({ used: 1, unused: 1 }) });
    const problems = [expect.stringContaining('GET /images/json')];
    expect(log.warn).toHaveBeenCalledExactlyOnceWith({ problems }, expect.any(String));
  });
});

describe('when it is fetched', () => {
  /** A reader that has fetched once, with a function that says how often it has asked. */
  async function fetchedOnce(behaviour: 'ok' | '500' = 'ok', source: EngineAnswers = answers) {
    const { engine, reader } = await inventory(source);
    engine.setBehaviour('/images/json', behaviour);
    reader.refreshIfDue();
    await vi.waitFor(() => expect(reader.latest).toBeDefined(), waiting);
    return { reader, engine, asked: () => askedFor(engine, '/images/json') };
  }

  const retrySeconds = 30;

  it('is at first, then when the interval is over', async () => {
    const { reader, asked } = await fetchedOnce();
    expect(asked()).toBe(1);
    pass(intervalSeconds);
    reader.refreshIfDue();
    await vi.waitFor(() => expect(asked()).toBe(2), waiting);
  });

  it('is not before the interval is over', async () => {
    const { reader, engine, asked } = await fetchedOnce();
    pass(intervalSeconds - 1);
    const before = engine.requests.length;
    reader.refreshIfDue();
    await clientOf(engine).get('/_ping', { timeoutSeconds: 20, maxBytes: 100 }); // a request begun by then has come
    expect(engine.requests.slice(before)).toEqual([{ method: 'GET', url: '/_ping' }]);
    expect(asked()).toBe(1);
  });

  it('is sooner after a failure', async () => {
    const { reader, engine, asked } = await fetchedOnce('500');
    pass(retrySeconds - 1);
    reader.refreshIfDue();
    await clientOf(engine).get('/_ping', { timeoutSeconds: 20, maxBytes: 100 });
    expect(asked()).toBe(1);
    engine.setBehaviour('/images/json', 'ok');
    pass(1);
    reader.refreshIfDue();
    await vi.waitFor(() => expect(reader.latest?.images.kind).toBe('ok'), waiting);
    expect(asked()).toBe(2);
  });

  it('is not sooner with an Engine that has no volumes: that is no failure', async () => {
    const { volumes, ...old } = answers;
    const { reader, engine, asked } = await fetchedOnce('ok', old);
    pass(retrySeconds);
    reader.refreshIfDue();
    await clientOf(engine).get('/_ping', { timeoutSeconds: 20, maxBytes: 100 });
    expect(asked()).toBe(1);
  });

  it('is never twice at a time', async () => {
    const { engine, reader } = await inventory();
    engine.setBehaviour('/images/json', 'hang');
    reader.refreshIfDue();
    await vi.waitFor(() => expect(askedFor(engine, '/images/json')).toBe(1), waiting);
    pass(10 * intervalSeconds);
    reader.refreshIfDue();
    expect(reader.refresh()).toBe(reader.refresh());
    await clientOf(engine).get('/_ping', { timeoutSeconds: 20, maxBytes: 100 });
    expect(askedFor(engine, '/images/json')).toBe(1);
    expect(reader.latest).toBeUndefined();
  });
});
