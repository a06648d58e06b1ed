import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalNumber, findLine, quote, unexpected, wholeNumber } from './text.ts';

describe('quote', () => {
  it.each([
    ['a plain text', 'abc', '"abc"'],
    ['quotes and newlines', 'a "b"\n', '"a \\"b\\"\\n"'],
    ['control characters a terminal acts on', '\u001b[2J\u009b2J\u2028', '"\\u001b[2J\\u009b2J\\u2028"'],
    ['eighty characters', 'x'.repeat(80), `"${'x'.repeat(80)}"`],
    ['more than eighty characters', 'x'.repeat(81), `"${'x'.repeat(79)}…"`],
  ])('puts %s into quotes', (_, text, quoted) => {
    expect(quote(text)).toBe(quoted);
  });

  it('stays on one line, with nothing a terminal acts on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...quote(text)].every((character) => !/[\p{Cc}\u2028\u2029]/u.test(character))).toBe(true);
      }),
    );
  });
});

it('says what was expected and what was there', () => {
  expect(unexpected('a number', 'x')).toEqual({ kind: 'malformed', detail: 'expected a number, got "x"' });
});

describe('wholeNumber', () => {
  it.each([
    undefined,
    '',
    ' ',
    '1 ',
    ' 1',
    '-1',
    '+1',
    '1.0',
    '1e3',
    '0x1f',
    'NaN',
    'Infinity',
    '1_000',
    '٣',
    '9007199254740992',
    '1\n',
  ])('takes %j for no number', (text) => {
    expect(wholeNumber(text)).toBeUndefined();
  });

  it('reads every number that a double holds', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(wholeNumber(String(value))).toBe(value);
      }),
    );
  });
});

describe('decimalNumber', () => {
  it.each([undefined, '', '.5', '5.', '-0.1', '1e3', 'NaN', '1,5', '0x1', '1.2.3'])(
    'takes %j for no number',
    (text) => {
      expect(decimalNumber(text)).toBeUndefined();
    },
  );

  it.each([
    ['0.95', 0.95],
    ['3021.07', 3021.07],
    ['7', 7],
  ])('reads %s', (text, value) => {
    expect(decimalNumber(text)).toBe(value);
  });
});

describe('findLine', () => {
  const text = 'ID=debian\nVERSION_ID="12"\nLAST';

  it.each([
    ['ID=', 'ID=debian'],
    ['VERSION_ID=', 'VERSION_ID="12"'],
    ['LA', 'LAST'],
    ['ERSION', undefined],
    ['"12"', undefined],
  ])('looks for %s at the start of a line only', (start, line) => {
    expect(findLine(text, start)).toBe(line);
  });

  it('finds what a search line by line finds', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ') });
    fc.assert(
      fc.property(
        fc.array(line),
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 2 }),
        (lines, start) => {
          expect(findLine(lines.join('\n'), start)).toBe(lines.find((each) => each.startsWith(start)));
        },
      ),
    );
  });
});
