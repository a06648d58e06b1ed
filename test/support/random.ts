/** Numbers that look random and are the same on every machine and in every run. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** As many lower-case hexadecimal digits as asked for; 64 make a container id. */
  hex(digits: number): string;
}

/** xorshift32. The seed must not be 0, from which the generator never gets away. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  const hex = (digits: number): string => Array.from({ length: digits }, () => below(16).toString(16)).join('');
  return { below, hex };
}
