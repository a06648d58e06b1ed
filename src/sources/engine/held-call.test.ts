import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Deadline } from '../deadline.ts';
import type { EngineAnswer } from './answer.ts';
import { HeldCall } from './held-call.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const good = (body: string): EngineAnswer => ({ state: 'ok', body, seconds: 1 });

/** A call whose questions are answered by hand. */
function held() {
  const open: ((answer: EngineAnswer) => void)[] = [];
  const ask = vi.fn(() => new Promise<EngineAnswer>((resolve) => void open.push(resolve)));
  const call = new HeldCall(ask);
  return { ask, open, answer: (seconds = 2, deadline = 100) => call.answer(seconds, new Deadline(deadline)) };
}

/** What a promise gives once so many seconds have passed; undefined if nothing yet. */
async function resultAfter<T>(seconds: number, work: Promise<T>): Promise<T | undefined> {
  let result: T | undefined;
  void work.then((value) => {
    result = value;
  });
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  return result;
}

it('passes on an answer that comes in time', async () => {
  const { open, answer } = held();
  const waiting = answer();
  open[0]?.(good('a'));
  expect(await resultAfter(0, waiting)).toEqual(good('a'));
});

it('asks again after an answer', async () => {
  const { ask, open, answer } = held();
  for (const body of ['a', 'b']) {
    const waiting = answer();
    open.at(-1)?.(good(body));
    expect(await resultAfter(0, waiting)).toEqual(good(body));
  }
  expect(ask).toHaveBeenCalledTimes(2);
});

describe('a call that does not answer', () => {
  const late = { state: 'timeout', detail: 'no answer for 2.0 s', seconds: 2 };

  it('is a timeout when its time is up', async () => {
    const { answer } = held();
    const waiting = answer(2);
    expect(await resultAfter(1.9, waiting)).toBeUndefined();
    expect(await resultAfter(0.1, waiting)).toEqual(late);
  });

  it('is a timeout at the deadline when that comes first', async () => {
    const { answer } = held();
    expect(await resultAfter(0.5, answer(2, 0.5))).toMatchObject({ state: 'timeout' });
  });

  it('is kept, not asked again, and gets little time in later scrapes', async () => {
    const { ask, answer } = held();
    await resultAfter(2, answer(2));
    for (const waited of ['2.1', '2.2', '2.3']) {
      expect(await resultAfter(0.1, answer(2))).toEqual({ ...late, detail: `no answer for ${waited} s` });
    }
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('gets no more than its time when that is even less', async () => {
    const { answer } = held();
    await resultAfter(0.05, answer(0.05));
    expect(await resultAfter(0.05, answer(0.05))).toMatchObject({ state: 'timeout' });
  });

  it('ends with its answer when that comes in the time of grace', async () => {
    const { ask, open, answer } = held();
    await resultAfter(2, answer(2));
    const waiting = answer(2);
    open[0]?.(good('late'));
    expect(await resultAfter(0, waiting)).toEqual(good('late'));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is asked anew when the answer came between two scrapes: that one is old', async () => {
    const { ask, open, answer } = held();
    await resultAfter(2, answer(2));
    open[0]?.(good('old'));
    await vi.advanceTimersByTimeAsync(10_000);
    const waiting = answer(2);
    open[1]?.(good('new'));
    expect(await resultAfter(0, waiting)).toEqual(good('new'));
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('has its full time again after it has ended', async () => {
    const { open, answer } = held();
    await resultAfter(2, answer(2));
    open[0]?.({ state: 'timeout', detail: 'cut off', seconds: 60 });
    await vi.advanceTimersByTimeAsync(1);
    expect(await resultAfter(1.5, answer(2))).toBeUndefined();
  });
});

it('leaves no timer behind', async () => {
  const call = new HeldCall(async () => good('a'));
  const deadline = new Deadline(5);
  await call.answer(2, deadline);
  deadline.clear();
  expect(vi.getTimerCount()).toBe(0);
});
