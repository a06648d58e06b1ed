import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseMeminfo } from './meminfo.ts';

const meminfo = `MemTotal:        3041252 kB
MemFree:         2432372 kB
MemAvailable:    2746504 kB
Buffers:            6924 kB
SwapCached:            0 kB
SwapTotal:       1048572 kB
SwapFree:         524284 kB
HugePages_Total:       0
`;

it('turns kilobytes into bytes', () => {
  expect(parseMeminfo(meminfo)).toEqual(
    ok({
      sizeBytes: 3_114_242_048,
      availableBytes: 2_812_420_096,
      swapSizeBytes: 1_073_737_728,
      swapUsedBytes: 536_870_912,
    }),
  );
});

it('leaves MemAvailable undefined on a kernel before 3.14', () => {
  const old = meminfo.replace(/^MemAvailable.*\n/m, '');
  expect(parseMeminfo(old)).toMatchObject({ kind: 'ok', value: { availableBytes: undefined } });
});

it('takes free swap ahead of all swap for none used', () => {
  const text = meminfo.replace('524284', '1048580');
  expect(parseMeminfo(text)).toMatchObject({ kind: 'ok', value: { swapUsedBytes: 0 } });
});

it.each(['MemTotal', 'SwapTotal', 'SwapFree'])('finds a text without %s malformed', (name) => {
  const text = meminfo.replace(`${name}:`, `X${name}:`);
  const reading = parseMeminfo(text);
  expect(reading).toMatchObject({ kind: 'malformed' });
  expect(reading).toHaveProperty('detail', expect.stringContaining(`"${name}: <number> kB"`));
});

it.each([
  ['another unit', 'MemTotal:        3041252 MB'],
  ['no unit', 'MemTotal:        3041252'],
  ['no number', 'MemTotal:                kB'],
  ['a negative number', 'MemTotal:       -3041252 kB'],
])('finds a line with %s malformed and quotes it', (_, line) => {
  expect(parseMeminfo(meminfo.replace(/^MemTotal.*$/m, line))).toEqual({
    kind: 'malformed',
    detail: `expected a line "MemTotal: <number> kB", got "${line}"`,
  });
});

it('finds a broken MemAvailable malformed, not absent', () => {
  expect(parseMeminfo(meminfo.replace('2746504', '?'))).toMatchObject({ kind: 'malformed' });
});

it('reads back what the kernel would write', () => {
  const kilobytes = fc.nat({ max: 2 ** 40 });
  fc.assert(
    fc.property(kilobytes, kilobytes, kilobytes, (total, free, size) => {
      const text = `MemTotal: ${String(size).padStart(14)} kB\nSwapTotal: ${total + free} kB\nSwapFree: ${free} kB\n`;
      expect(parseMeminfo(text)).toEqual(
        ok({
          sizeBytes: size * 1024,
          availableBytes: undefined,
          swapSizeBytes: (total + free) * 1024,
          swapUsedBytes: total * 1024,
        }),
      );
    }),
  );
});
