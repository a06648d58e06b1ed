import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshSeconds, readerOfList } from '../../../test/support/engine-list.ts';
import { handEngine } from '../../../test/support/hand-engine.ts';
import { keptSeconds } from './container-list.ts';

const waiting = { timeout: 20_000 };
/** A little more than it takes: waiting moves the clock by fractions, whose sums are not exact. */
const stale = freshSeconds + 0.01;

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

describe('a list that is slow to come', () => {
  const impatient = 0.05;

  /** An Engine that gives its list when it is told to: each time of one container, with the name given. */
  async function slow() {
    const engine = await handEngine('/containers/json');
    const read = readerOfList(engine);
    const answer = async (name: string) => {
      await engine.roundTrips(); // the question may still be on its way
      engine.answer('/containers/json', [{ Id: name, Names: [`/${name}`], Created: 1, State: 'running' }]);
      await engine.roundTrips();
    };
    return { engine, read, answer };
  }

  const listed = (name: string, askedAt: number) => ({ kind: 'ok', value: { askedAt, containers: [{ name }] } });

  it('serves the scrapes after it has come, as of when it was asked for', async () => {
    const { engine, read, answer } = await slow();
    pass(100);
    expect(await read(impatient)).toMatchObject({ kind: 'timeout' });
    pass(2 * freshSeconds);
    await answer('web');
    pass(freshSeconds - 1);
    expect(await read(impatient)).toMatchObject(listed('web', 100));
    expect(engine.asked).toHaveLength(1);
    pass(1);
    await read(impatient);
    expect(engine.asked).toHaveLength(2);
  });

  it('leaves the one before in force for a while', async () => {
    const { read, answer } = await slow();
    await read(impatient);
    await answer('web');
    pass(freshSeconds);
    expect(await read(impatient)).toMatchObject(listed('web', 0));
    pass(keptSeconds - freshSeconds - 1);
    expect(await read(impatient)).toMatchObject(listed('web', 0));
    pass(1);
    expect(await read(impatient)).toMatchObject({ kind: 'timeout' });
    await answer('job');
    expect(await read(impatient)).toMatchObject(listed('job', freshSeconds));
  });

  it('does not hide what happened after it was asked for', async () => {
    const { engine, read, answer } = await slow();
    const served = async (name: string) => {
      const reading = read();
      await vi.waitFor(() => expect(engine.waiting).toBe(1), waiting);
      await answer(name);
      return reading;
    };
    await served('web');
    await vi.waitFor(() => expect(engine.followers).toBe(1), waiting);
    pass(stale);
    await served('web'); // for what happened before the stream was open
    engine.emit();
    await engine.roundTrips();
    pass(stale);
    await read(impatient); // the question that is slow
    pass(1);
    engine.emit();
    await engine.roundTrips();
    await served('job');
    expect(engine.asked).toHaveLength(3);
    pass(stale);
    expect(await served('late')).toMatchObject({ value: { containers: [{ name: 'late' }] } });
  });
});
