import { describe, expect, it } from 'vitest';
import { isDay } from './day.ts';

describe('a day', () => {
  it.each(['2026-11-22', '2024-02-29', '2000-02-29', '1970-01-01'])('%s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '',
    '2026-02-30',
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '22-11-2026',
    '2026-11-22T00:00:00Z',
  ])('is none: %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});
