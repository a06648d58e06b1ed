import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recent } from './recent.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('is the same for a while after a look is over, then another', async () => {
  const look = vi.fn(async (budget: number) => {
    vi.advanceTimersByTime(5000); // what a slow look takes does not make it old
    return { budget };
  });
  const recently = recent(look, 1);
  const first = await recently(9);
  vi.advanceTimersByTime(999);
  expect(await recently(8)).toBe(first);
  vi.advanceTimersByTime(1);
  expect(await recently(7)).toEqual({ budget: 7 });
  expect(look.mock.calls).toEqual([[9], [7]]);
});

it('a look that failed is taken again at once', async () => {
  const look = vi.fn(async () => 'seen').mockRejectedValueOnce(new Error('no thread'));
  const recently = recent(look, 1);
  await expect(recently(9)).rejects.toThrow('no thread');
  expect(await recently(9)).toBe('seen');
});
