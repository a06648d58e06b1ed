import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { healthyDiagnosis, healthySnapshot } from '../../test/support/healthy.ts';
import { settleSeconds } from '../diagnosis/suspicion.ts';
import { longestBudgetSeconds } from '../http/scrape-budget.ts';
import { lookUntilDecided, pauseSeconds } from './look.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A host of which each look leaves so many things undecided, and what was asked of it in turn. */
function looker(...undecided: number[]) {
  const calls: string[] = [];
  const left = [...undecided];
  const look = async (budget: number) => {
    calls.push(`look ${budget}`);
    return { snapshot: healthySnapshot, diagnosis: { ...healthyDiagnosis, undecided: left.shift() ?? 0 } };
  };
  const inspectsSettled = async () => void calls.push('inspects');
  return { calls, watch: { look }, engine: { inspectsSettled } };
}

const one = `look ${longestBudgetSeconds}`;

it.each([
  [[0], [one]],
  [
    [2, 0],
    [one, 'inspects', one],
  ],
  [
    [2, 1, 0],
    [one, 'inspects', one, 'inspects', one],
  ],
  [
    [2, 2, 2, 2],
    [one, 'inspects', one, 'inspects', one],
  ],
])('%j undecided', async (undecided, calls) => {
  const host = looker(...undecided);
  const look = lookUntilDecided(host);
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await look).diagnosis.undecided).toBe(undecided[Math.min(undecided.length, 3) - 1]);
  expect(host.calls).toEqual(calls);
});

it('waits for longer than it takes to settle, says why, and does without an Engine', async () => {
  expect(pauseSeconds).toBeGreaterThan(settleSeconds);
  const host = looker(7, 0);
  const told: string[] = [];
  const look = lookUntilDecided({ ...host, engine: undefined }, (text) => told.push(text));
  await vi.advanceTimersByTimeAsync(pauseSeconds * 1000 - 1);
  expect(host.calls).toEqual([one]);
  await vi.advanceTimersByTimeAsync(1);
  await look;
  expect(host.calls).toEqual([one, one]);
  expect(told).toEqual([expect.stringContaining('(7)')]);
});

it('passes on that a look failed', async () => {
  const failing = { look: () => Promise.reject(new Error('no thread')) };
  await expect(lookUntilDecided({ watch: failing, engine: undefined })).rejects.toThrow('no thread');
});
