const units: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** Seconds of a duration such as `1h30m`; undefined if it is none. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d+(ms|[smhdwy]))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+)(ms|[smhdwy])/g)];
  return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? Number.NaN), 0);
}

/** A number or a duration as PromQL writes them, `6h` as its seconds; NaN for anything else. */
export function parseNumber(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '').replaceAll('_', '').toLowerCase();
  if (digits === 'inf') return sign * Number.POSITIVE_INFINITY;
  return sign * (parseDuration(digits) ?? Number(digits));
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };

/** The text within the quotes of Go or PromQL; undefined where the closing quote is missing. */
export function unquote(literal: string): string | undefined {
  const quote = literal[0];
  if (literal.length < 2 || !literal.endsWith(quote ?? '')) return undefined;
  const inner = literal.slice(1, -1);
  if (quote === '`') return inner;
  if (/(^|[^\\])(\\\\)*\\$/.test(inner)) return undefined;
  return inner.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))/gs, (_, byte, unit, letter = '') =>
    byte || unit ? String.fromCharCode(Number.parseInt(byte ?? unit, 16)) : (escapes[letter] ?? letter),
  );
}
