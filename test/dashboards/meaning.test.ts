import { beforeAll, describe, expect, it } from 'vitest';
import '../e2e/support/setup.ts';
import { needPromtool } from '../rules/support/promtool.ts';
import { differenceAt, queryOfHost } from './support/evaluate.ts';
import { cases, minutes } from './support/pasts.ts';

// What the tiles of the host dashboard say of pasts in which a wrong answer would look well.

beforeAll(() => {
  needPromtool();
});

describe.each(cases)('“$panel”', ({ what, panel, refId, past, says }) => {
  it(what, async () => {
    expect(await differenceAt(minutes, queryOfHost(panel, refId), past, says)).toBe('');
  });
});

it('another answer is told', async () => {
  const difference = await differenceAt(minutes, queryOfHost('Engine'), { up: '0x999' }, { '{}': 0 });
  expect(difference).toContain('FAILED');
});
