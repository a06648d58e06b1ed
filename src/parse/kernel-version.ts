import type { KernelVersion } from '../model/host.ts';
import { ok, type Reading } from '../model/reading.ts';
import { unexpected } from './text.ts';

const prefix = 'Linux version ';

/**
 * Parses `/proc/version` (proc_version(5)) into what `uname -r` and `uname -v` print. Between the two
 * stand who built the kernel and with which compiler, in parentheses that nest; distributions put the
 * version that matters (Debian's `6.1.176-1`, Ubuntu's ABI number) behind them.
 *
 * @example `Linux version 6.1.0-50-amd64 (debian-kernel@lists.debian.org) (gcc-12 (Debian 12.2.0-14+deb12u1) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40) #1 SMP PREEMPT_DYNAMIC Debian 6.1.176-1 (2026-07-02)`
 */
export function parseKernelVersion(text: string): Reading<KernelVersion> {
  const line = text.slice(0, 4096).trimEnd();
  const releaseEnd = line.indexOf(' ', prefix.length);
  if (!line.startsWith(prefix) || releaseEnd <= prefix.length) return malformedVersion(text);
  const version = line.slice(skipParentheses(line, releaseEnd)).trimStart();
  return /^#\d[^\n]*$/.test(version)
    ? ok({ release: line.slice(prefix.length, releaseEnd), version })
    : malformedVersion(text);
}

const malformedVersion = (text: string) =>
  unexpected('"Linux version <release> (<builder>) (<compiler>) #<N> …"', text);

/** Where the text begins that follows the groups in parentheses at `start`. */
function skipParentheses(line: string, start: number): number {
  let depth = 0;
  for (let at = start; at < line.length; at += 1) {
    const character = line[at];
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (depth === 0 && character !== ' ') return at;
  }
  return line.length;
}
