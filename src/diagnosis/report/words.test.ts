import { expect, it } from 'vitest';
import { bytes, count, duration, list, number, percent, processes } from './words.ts';

it.each([
  [number(3020), '3,020'],
  [number(0.975), '0.98'],
  [count(1, 'zombie'), '1 zombie'],
  [count(0, 'zombie'), '0 zombies'],
  [processes(1), '1 process'],
  [processes(2), '2 processes'],
  [percent(0.9499), '94 %'],
  [percent(0.57), '57 %'],
  [percent(1), '100 %'],
  [bytes(0), '0 B'],
  [bytes(1023), '1,023 B'],
  [bytes(1024), '1 KiB'],
  [bytes(1.5 * 2 ** 30), '1.5 GiB'],
  [bytes(2 ** 70), '1,048,576 PiB'],
  [duration(0), '0 s'],
  [duration(59.9), '59 s'],
  [duration(60), '1 min'],
  [duration(3600), '1 h'],
  [duration(47 * 3600), '47 h'],
  [duration(48 * 3600), '2 days'],
  [list([]), ''],
  [list(['a']), 'a'],
  [list(['a', 'b']), 'a and b'],
  [list(['a', 'b', 'c']), 'a, b and c'],
])('%s', (text, expected) => expect(text).toBe(expected));
