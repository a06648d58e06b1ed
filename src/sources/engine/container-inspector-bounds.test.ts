import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { id, ids, inspectorOf, pass, pathOf, paths, running, settle } from '../../../test/support/engine-inspector.ts';
import { freshSeconds } from '../../../test/support/engine-list.ts';
import { handEngine } from '../../../test/support/hand-engine.ts';
import { clientOf } from '../../../test/support/test-engine.ts';
import type { EngineClient } from './client.ts';
import { ContainerInspector, mostTakenOn, mostUnderWay, mostWords } from './container-inspector.ts';

const waiting = { timeout: 20_000 };

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** Somebody for whom as many containers as may hang do so. */
async function allHang() {
  const engine = await handEngine('/containers');
  const inspector = new ContainerInspector(clientOf(engine), freshSeconds);
  inspector.ask(ids(mostUnderWay));
  await vi.waitFor(() => expect(engine.waiting).toBe(mostUnderWay), waiting);
  return { engine, inspector };
}

describe('containers that hang', () => {
  it('do not stop the others', async () => {
    const { engine, inspector, asked } = await inspectorOf();
    for (const number of [1, 2]) engine.setBehaviour(pathOf(number), 'hang');
    inspector.ask(ids(40));
    await vi.waitFor(() => expect(inspector.words.size).toBe(38), waiting);
    expect([1, 2].map((number) => inspector.words.has(id(number)))).toEqual([false, false]);
    expect(asked()).toHaveLength(40);
  });

  it('end all questions when there are too many of them', async () => {
    const { engine, inspector } = await allHang();
    pass(freshSeconds);
    inspector.ask(ids(30));
    await engine.roundTrips();
    expect(engine.waiting).toBe(mostUnderWay);
  });

  it('make room when they end', async () => {
    const { engine, inspector } = await allHang();
    inspector.ask(ids(30));
    for (const number of [3, 5]) engine.answer(pathOf(number), running);
    await vi.waitFor(() => expect(engine.waiting).toBe(mostUnderWay), waiting);
    expect(engine.asked.slice(mostUnderWay).sort()).toEqual(paths(2, mostUnderWay));
  });

  it('are waited for no longer than the deadline', async () => {
    const { engine, inspector } = await allHang();
    await settle(inspector, 0.05);
    expect(engine.waiting).toBe(mostUnderWay);
  });
});

describe('the order', () => {
  it('is: never asked about, then asked about longest ago', async () => {
    const engine = await handEngine('/containers');
    const inspector = new ContainerInspector(clientOf(engine), freshSeconds);
    inspector.ask(ids(mostUnderWay - 1, 100)); // so that there is room for one
    /** The questions that come, one after the other, each answered by a failure: that is no word. */
    const served = async (count: number) => {
      for (let round = 0; round < count; round += 1) {
        await vi.waitFor(() => expect(engine.waiting).toBe(mostUnderWay), waiting);
        engine.answer(engine.asked.at(-1) ?? '', {}, 500);
        pass(1);
      }
      await engine.roundTrips();
      return engine.asked.slice(-count);
    };
    await vi.waitFor(() => expect(engine.waiting).toBe(mostUnderWay - 1), waiting);
    inspector.ask([id(2), id(0), id(1)]);
    expect(await served(3)).toEqual([2, 0, 1].map(pathOf));
    pass(freshSeconds); // also of those that gave no word
    inspector.ask([id(0), id(1), id(2), id(3)]);
    expect(await served(4)).toEqual([3, 2, 0, 1].map(pathOf));
  });

  it('leaves out those that nobody asks for any more', async () => {
    const { engine, inspector } = await allHang();
    inspector.ask(ids(30));
    inspector.ask([id(20)]);
    for (const number of [0, 1, 2]) engine.answer(pathOf(number), running);
    await engine.roundTrips();
    expect(engine.asked.slice(mostUnderWay)).toEqual([pathOf(20)]);
  });

  it('leaves those that are too many for the next call', async () => {
    const { inspector, asked } = await inspectorOf();
    inspector.ask(ids(mostTakenOn + 10));
    await settle(inspector);
    expect(asked()).toHaveLength(mostTakenOn);
    inspector.ask(ids(mostTakenOn + 10));
    await settle(inspector);
    expect(inspector.words.size).toBe(mostTakenOn + 10);
    expect(asked()).toHaveLength(mostTakenOn + 10);
  });
});

describe('to forget', () => {
  it('drops the words, so that they may be asked for at once', async () => {
    const { inspector, ask, asked } = await inspectorOf();
    await ask(1);
    inspector.forget();
    expect(inspector.words).toEqual(new Map());
    await ask(1);
    expect(inspector.words.size).toBe(1);
    expect(asked()).toHaveLength(2);
  });

  it('drops what is still to come', async () => {
    const { engine, inspector } = await allHang();
    inspector.ask(ids(30));
    inspector.forget();
    for (let number = 0; number < mostUnderWay; number += 1) engine.answer(pathOf(number), running);
    await settle(inspector);
    expect(inspector.words).toEqual(new Map());
    expect(engine.asked).toHaveLength(mostUnderWay);
  });
});

it('keeps a bounded number of words, the newest ones', async () => {
  const answer = { state: 'ok', body: JSON.stringify(running), seconds: 0 } as const;
  const inspector = new ContainerInspector({ get: async () => answer } as unknown as EngineClient, freshSeconds);
  const ask = async (wanted: readonly string[]) => {
    inspector.ask(wanted);
    await settle(inspector);
  };
  const known = (...numbers: number[]) => numbers.map((number) => inspector.words.has(id(number)));
  const many = mostWords + 10;
  for (let first = 0; first < many; first += 50) await ask(ids(Math.min(50, many - first), first));
  expect(inspector.words.size).toBe(mostWords);
  expect(known(0, 9, 10, many - 1)).toEqual([false, false, true, true]);
  pass(freshSeconds);
  await ask([id(10)]); // asked about again, it is the newest
  await ask([id(many)]);
  expect(known(10, 11, many)).toEqual([true, false, true]);
});
