import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startFakeEngine } from '../../../test/support/fake-engine.ts';
import { answers, askedFor, clientOf, testEngine } from '../../../test/support/test-engine.ts';
import { ContainerEvents } from './events.ts';

const waiting = { timeout: 20_000 };

async function follow() {
  const engine = await testEngine();
  const events = new ContainerEvents(clientOf(engine));
  onTestFinished(() => events.close());
  events.connect();
  await vi.waitFor(() => expect(engine.openEventStreams).toBe(1), waiting);
  return { engine, events };
}

/** Takes what has happened until now away. */
async function settled(events: ContainerEvents): Promise<void> {
  await vi.waitFor(() => {
    events.takeHappened();
    expect(events.takeHappened()).toBe(false);
  }, waiting);
}

const happened = (events: ContainerEvents) => vi.waitFor(() => expect(events.takeHappened()).toBe(true), waiting);

it('begins as if something had happened', () => {
  const events = new ContainerEvents(clientOf({ socketPath: '/nonexistent' }));
  expect(events.takeHappened()).toBe(true);
});

describe('an open stream', () => {
  it('tells of an event once', async () => {
    const { engine, events } = await follow();
    await settled(events);
    engine.emit({ Type: 'container', Action: 'die' });
    await happened(events);
    expect(events.takeHappened()).toBe(false);
  });

  it('is not opened twice', async () => {
    const { engine, events } = await follow();
    events.connect();
    events.connect();
    await settled(events);
    expect(askedFor(engine, '/events')).toBe(1);
  });

  it('asks for what changes the list, not for health checks', async () => {
    const { engine } = await follow();
    const url = new URL(engine.requests[0]?.url ?? '', 'http://engine');
    const filters = JSON.parse(url.searchParams.get('filters') ?? '');
    expect(filters.type).toEqual(['container']);
    expect(filters.event).toEqual(expect.arrayContaining(['create', 'start', 'die', 'destroy', 'rename', 'pause']));
    expect(filters.event.join()).not.toMatch(/exec|health|attach/);
  });

  it('can be told to tell again', async () => {
    const { events } = await follow();
    await settled(events);
    events.markHappened();
    expect(events.takeHappened()).toBe(true);
  });

  it('is closed for good', async () => {
    const { engine, events } = await follow();
    events.close();
    await vi.waitFor(() => expect(engine.openEventStreams).toBe(0), waiting);
    expect(askedFor(engine, '/events')).toBe(1);
  });
});

describe('a stream that ends', () => {
  it('counts as something, until it is there again', async () => {
    const { engine, events } = await follow();
    await settled(events);
    await engine.close();
    await vi.waitFor(() => expect(events.isConnected).toBe(false), waiting);
    expect([events.takeHappened(), events.takeHappened()]).toEqual([true, true]);
  });

  it('is opened again by the next one who needs it', async () => {
    const { engine, events } = await follow();
    await engine.close();
    await vi.waitFor(() => expect(events.isConnected).toBe(false), waiting);
    const again = await startFakeEngine(answers, engine.socketPath);
    onTestFinished(() => again.close());
    events.connect();
    await vi.waitFor(() => expect(again.openEventStreams).toBe(1), waiting);
    await settled(events);
    again.emit({});
    await happened(events);
  });
});

it.each(['500', '403', 'close'] as const)('an Engine that answers %s is not connected', async (behaviour) => {
  const engine = await testEngine();
  engine.setBehaviour('/events', behaviour);
  const events = new ContainerEvents(clientOf(engine));
  events.connect();
  await vi.waitFor(() => expect(events.isConnected).toBe(false), waiting);
  expect(events.takeHappened()).toBe(true);
  expect(events.takeHappened()).toBe(true);
});
