import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseComm } from './comm.ts';

describe('the name of a process', () => {
  it.each([
    ['containerd-shim\n', 'containerd-shim'],
    [' my agent \n', 'my agent'],
    ['kworker/u8:4-ext4-rsv-conversion\n', 'kworker/u8:4-ex'],
    ['\u001b[31mred\u0007\n', '?[31mred?'],
    ['a\nb', 'a?b'],
    ['\u202egnp.exe', '?gnp.exe'],
    ['größe', 'größe'],
    ['', ''],
  ])('%j is %j', (text, name) => {
    expect(parseComm(text)).toBe(name);
  });

  it('is short and can be printed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const name = parseComm(text);
        expect([...name].length).toBeLessThanOrEqual(15);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
