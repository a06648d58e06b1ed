import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { within } from './within.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('is what the promise comes to, and leaves no timer behind', async () => {
  expect(await within(5, Promise.resolve('page'))).toBe('page');
  await expect(within(5, Promise.reject(new Error('no thread')))).rejects.toThrow('no thread');
  expect(vi.getTimerCount()).toBe(0);
});

it('gives up on one that never comes', async () => {
  const waiting = within(5, new Promise(() => {}));
  const told = expect(waiting).rejects.toThrow('nothing came of it within 5 s');
  await vi.advanceTimersByTimeAsync(4999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await told;
});
