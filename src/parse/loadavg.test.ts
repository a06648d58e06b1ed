import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseLoadAverage } from './loadavg.ts';

it.each([
  ['a quiet host', '0.95 0.36 0.13 1/173 1052\n', 0.95, 0.36, 0.13],
  ['a host in trouble', '302.17 288.40 199.03 5/3020 31109\n', 302.17, 288.4, 199.03],
])('reads the load of %s', (_, text, one, five, fifteen) => {
  expect(parseLoadAverage(text)).toEqual(ok({ '1m': one, '5m': five, '15m': fifteen }));
});

it.each([
  '0.95 0.36 0.13',
  '0.95 0.36 0.1',
  '0.95 0.36',
  'nan nan nan 1/173 1052',
  '0x1 0.36 0.13 1/2 3',
  '0.95  0.36 0.13 1/173 1052',
])('finds %j malformed', (text) => {
  expect(parseLoadAverage(text)).toEqual({
    kind: 'malformed',
    detail: `expected "1m 5m 15m running/tasks lastpid", got "${text}"`,
  });
});

it('reads back what the kernel would write', () => {
  const load = fc.integer({ min: 0, max: 10_000_000 }).map((hundredths) => (hundredths / 100).toFixed(2));
  fc.assert(
    fc.property(load, load, load, fc.nat(), (one, five, fifteen, tasks) => {
      const expected = ok({ '1m': Number(one), '5m': Number(five), '15m': Number(fifteen) });
      expect(parseLoadAverage(`${one} ${five} ${fifteen} 1/${tasks} 77\n`)).toEqual(expected);
    }),
  );
});
