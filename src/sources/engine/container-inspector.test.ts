import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  id,
  inspectorOf,
  pass,
  pathOf,
  paths,
  running,
  settle,
  stateOf,
} from '../../../test/support/engine-inspector.ts';
import { freshSeconds } from '../../../test/support/engine-list.ts';
import { handEngine } from '../../../test/support/hand-engine.ts';
import { clientOf } from '../../../test/support/test-engine.ts';
import { ContainerInspector, keptSeconds } from './container-inspector.ts';

const waiting = { timeout: 20_000 };

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

describe('the word on a container', () => {
  it('is its state', async () => {
    const { inspector, ask, asked } = await inspectorOf({ inspect: { [id(1)]: running, [id(2)]: stateOf('exited') } });
    await ask(1, 2);
    const words = { [id(1)]: { state: 'running', askedAt: 0 }, [id(2)]: { state: 'exited', askedAt: 0 } };
    expect(Object.fromEntries(inspector.words)).toEqual(words);
    expect(asked().sort()).toEqual([`GET ${pathOf(1)}`, `GET ${pathOf(2)}`]);
  });

  it('is as old as the question', async () => {
    const engine = await handEngine('/containers');
    const inspector = new ContainerInspector(clientOf(engine), freshSeconds);
    pass(100);
    inspector.ask([id(1)]);
    await vi.waitFor(() => expect(engine.waiting).toBe(1), waiting);
    pass(30);
    engine.answer(pathOf(1), running);
    await settle(inspector);
    expect(inspector.words.get(id(1))).toEqual({ state: 'running', askedAt: 100 });
  });

  it('is a copy that does not change', async () => {
    const { inspector, ask } = await inspectorOf();
    await ask(1);
    const words = inspector.words;
    await ask(2);
    inspector.forget();
    expect([...words.keys()]).toEqual([id(1)]);
  });

  it('is forgotten when it is old', async () => {
    const { inspector, ask } = await inspectorOf();
    await ask(1);
    pass(1);
    await ask(2);
    pass(keptSeconds - 1);
    expect([...inspector.words.keys()]).toEqual([id(1), id(2)]);
    pass(0.5);
    expect([...inspector.words.keys()]).toEqual([id(2)]);
  });

  it.each(['500', '403', 'garbage', 'truncated', 'close'] as const)(
    'is none, or the one before, when the answer is: %s',
    async (behaviour) => {
      const { engine, inspector, ask, asked } = await inspectorOf();
      await ask(1);
      engine.setBehaviour('*', behaviour);
      pass(freshSeconds);
      await ask(1, 2);
      expect(asked()).toHaveLength(3);
      expect(Object.fromEntries(inspector.words)).toEqual({ [id(1)]: { state: 'running', askedAt: 0 } });
    },
  );

  it('is none when the answer is longer than any inspect', async () => {
    const engine = await handEngine('/containers');
    const inspector = new ContainerInspector(clientOf(engine), freshSeconds);
    inspector.ask([id(1)]);
    await vi.waitFor(() => expect(engine.waiting).toBe(1), waiting);
    engine.answer(pathOf(1), { ...running, Config: { Env: ['x'.repeat(4 * 1024 * 1024)] } });
    await settle(inspector);
    expect(inspector.words).toEqual(new Map());
  });
});

describe('status 404', () => {
  it('is the word that the Engine does not know it', async () => {
    const { inspector, ask } = await inspectorOf();
    await ask(999);
    expect(inspector.words.get(id(999))).toEqual({ state: 'missing', askedAt: 0 });
  });

  it.each([
    ['No such container: 6083', 'missing'], // Docker 0.7 to 29
    ['no such id: 6083', 'missing'], // Docker 1.5 to 1.9
    ['page not found', undefined], // a proxy
    ['', undefined],
  ])('with the message "%s" says: %s', async (message, state) => {
    const engine = await handEngine('/containers');
    const inspector = new ContainerInspector(clientOf(engine), freshSeconds);
    inspector.ask([id(1)]);
    await vi.waitFor(() => expect(engine.waiting).toBe(1), waiting);
    engine.answer(pathOf(1), { message }, 404);
    await settle(inspector);
    expect(inspector.words.get(id(1))?.state).toBe(state);
  });
});

describe('an id', () => {
  it.each([
    ['of 12 digits', id(1).slice(52)],
    ['with a slash', `${'a'.repeat(62)}/b`],
    ['that leads elsewhere', `../${'a'.repeat(61)}`],
    ['with a line end', `${id(1)}\n`],
    ['with a query', `${id(1)}?size=1`],
    ['in capitals', 'A'.repeat(64)],
    ['with a digit too many', `${id(1)}0`],
    ['that is empty', ''],
  ])('%s is never asked about', async (_, odd) => {
    const { inspector, asked } = await inspectorOf();
    inspector.ask([odd, id(2)]);
    await settle(inspector);
    expect(asked()).toEqual([`GET ${pathOf(2)}`]);
  });

  it('is not asked about again while its word is fresh', async () => {
    const { inspector, ask, asked } = await inspectorOf();
    await ask(1, 999);
    pass(freshSeconds - 1);
    await ask(1, 999);
    expect(asked()).toHaveLength(2);
    pass(1);
    await ask(1, 999);
    expect(asked()).toHaveLength(4);
    expect(inspector.words.get(id(1))?.askedAt).toBe(freshSeconds);
  });

  it('is never asked about twice at a time', async () => {
    const engine = await handEngine('/containers');
    const inspector = new ContainerInspector(clientOf(engine), freshSeconds);
    inspector.ask([id(1), id(1)]);
    pass(freshSeconds);
    inspector.ask([id(2), id(1)]);
    await vi.waitFor(() => expect(engine.waiting).toBe(2), waiting);
    await engine.roundTrips();
    expect(engine.asked).toEqual(paths(2, 1));
  });
});
