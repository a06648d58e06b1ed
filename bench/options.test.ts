import { describe, expect, it } from 'vitest';
import { readOptions, sectionIds } from './options.ts';

describe('readOptions', () => {
  it('runs everything by default', () => {
    const options = readOptions([]);
    expect(options.only).toEqual(sectionIds);
    expect(options.processes).toEqual([300, 3100, 30000]);
    expect(options.rounds).toBe(7);
  });
  it('takes lists', () => {
    const options = readOptions(['--only', 'start,memory', '--processes', '300', '--rounds=3']);
    expect(options).toMatchObject({ only: ['start', 'memory'], processes: [300], rounds: 3 });
  });
  it.each([
    [['--only', 'starts'], 'got "starts"'],
    [['--rounds', '0'], 'got "0"'],
    [['--processes', '300,many'], 'got "many"'],
    [['--fast'], '--fast'],
  ])('refuses %j', (args, reason) => expect(() => readOptions(args)).toThrow(reason));
});
