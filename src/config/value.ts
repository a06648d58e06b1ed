import { quoted } from '../model/one-line.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A value, or what should have stood there: the end of a sentence that begins with "expected". */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly expected: string };

/** What a flag takes. */
export interface ValueType<T> {
  /** Stands for the value in `--help`; empty for a switch, which takes none. */
  readonly placeholder: string;
  /** What is accepted, for error messages and for the docs. */
  readonly expected: string;
  /** True: no value is one, too, as long as the flag itself is not there. */
  readonly isNoneWhenBlank?: boolean;
  /** Pure. `env` is for values that Docker's own variables complete. */
  parse(text: string, env: Environment): Parsed<T>;
}

export const accept = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const reject = (expected: string): { readonly ok: false; readonly expected: string } => ({
  ok: false,
  expected,
});

const longestQuote = 80;

/** Raw text for an error message: in quotes, bounded, and without the `user:password@` of an address. */
export function quote(text: string): string {
  const safe = text.replace(/\/\/[^/]*@/, '//***@');
  return safe.length > longestQuote ? `${quoted(safe.slice(0, longestQuote))}…` : quoted(safe);
}
