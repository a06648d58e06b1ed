import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseKernelStat } from './kernel-stat.ts';

const head = `cpu  4431 0 4376 6613 695 0 48 0 0 0
cpu0 2220 0 2023 3432 386 0 22 0 0 0
cpu1 2210 0 2353 3181 309 0 26 0 0 0
`;
const tail = `ctxt 274853
btime 1795351141
processes 1052
procs_running 1
`;

it('reads boot time and number of CPUs', () => {
  expect(parseKernelStat(`${head}intr 114183 97 9 0 0\n${tail}`)).toEqual(ok({ bootTime: 1795351141, cpus: 2 }));
});

it('finds btime behind an interrupt line of a megabyte', () => {
  expect(parseKernelStat(`${head}intr 114183${' 0'.repeat(500_000)}\n${tail}`)).toEqual(
    ok({ bootTime: 1795351141, cpus: 2 }),
  );
});

it.each([
  ['without btime', `${head}ctxt 1\n`, 'expected a line "btime <unix time>", got "cpu  4431'],
  ['with a broken btime', `${head}btime -1\n`, 'expected a line "btime <unix time>", got "btime -1"'],
  ['without CPUs', `cpu  4431 0\n${tail}`, 'expected lines "cpu<N> …", got "cpu  4431'],
])('finds a text %s malformed', (_, text, detail) => {
  const reading = parseKernelStat(text);
  expect(reading).toMatchObject({ kind: 'malformed' });
  expect(reading).toHaveProperty('detail', expect.stringContaining(detail));
});

it('counts CPUs however many there are and whichever are offline', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(4096), { minLength: 1 }), (numbers) => {
      const lines = numbers.map((number) => `cpu${number} 1 2 3\n`).join('');
      expect(parseKernelStat(`cpu  1 2 3\n${lines}${tail}`)).toEqual(
        ok({ bootTime: 1795351141, cpus: numbers.length }),
      );
    }),
  );
});
