import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Deadline } from './deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<string>(() => {});

it('counts down to 0 and not below', async () => {
  const deadline = new Deadline(10);
  await vi.advanceTimersByTimeAsync(4000);
  expect(deadline.remaining).toBe(6);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(deadline.remaining).toBe(0);
});

it('gives up work that takes longer', async () => {
  const deadline = new Deadline(2);
  const settled = vi.fn();
  void deadline.within(never).then(settled);
  await vi.advanceTimersByTimeAsync(1999);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toHaveBeenCalledExactlyOnceWith(undefined);
});

it('passes work on that is done in time', async () => {
  expect(await new Deadline(2).within(Promise.resolve('done'))).toBe('done');
});

it('is brought forward, for those who wait already, too', async () => {
  const deadline = new Deadline(10);
  const settled = vi.fn();
  void deadline.within(never).then(settled);
  deadline.shorten(3);
  expect(deadline.remaining).toBe(3);
  await vi.advanceTimersByTimeAsync(3000);
  expect(settled).toHaveBeenCalled();
});

it('is never put off', async () => {
  const deadline = new Deadline(3);
  deadline.shorten(10);
  expect(deadline.remaining).toBe(3);
});

it('leaves no timer behind once cleared', () => {
  const deadline = new Deadline(10);
  deadline.shorten(5);
  deadline.clear();
  expect(vi.getTimerCount()).toBe(0);
});
