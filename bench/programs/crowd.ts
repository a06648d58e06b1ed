import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, hasEnded, type Started, start } from '../lib/child.ts';
import { progress } from '../lib/log.ts';
import { countProcesses } from '../lib/proc.ts';
import { waitFor } from '../lib/wait.ts';
import { compile } from './compile.ts';
import { withRoomForProcesses } from './limits.ts';

/** A size this machine cannot be brought to; the report says so instead of giving a figure. */
export class NotPossible extends Error {
  override readonly name = 'NotPossible';
}

/** A forked sleeper takes about 0.1 MB of page tables, stack and task structure. */
const bytesEach = 200_000;
const reserve = 1_000_000_000;

/**
 * Fills the machine with sleeping processes up to about `wanted` in all while `use` runs. Where there are
 * that many already, nothing is started. `use` gets the number that are really there.
 * @throws NotPossible when the memory does not suffice.
 */
export async function withCrowd<T>(
  wanted: number,
  directory: string,
  use: (processes: number) => Promise<T>,
): Promise<T> {
  const missing = wanted - countProcesses();
  if (missing <= 0) return await use(countProcesses());
  requireMemory(missing);
  return await withRoomForProcesses(wanted, async () => {
    progress(`${missing} sleeping processes`);
    const crowd = start(...command(missing, directory), { stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      await untilReady(crowd);
      return await use(countProcesses());
    } finally {
      await end(crowd, 120);
    }
  });
}

function command(count: number, directory: string): [string, string[]] {
  const program = compile('crowd', directory);
  return program === undefined
    ? ['perl', [join(import.meta.dirname, '..', 'native', 'crowd.pl'), String(count)]]
    : [program, [String(count)]];
}

async function untilReady(crowd: Started): Promise<void> {
  let said = '';
  crowd.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await waitFor('sleeping processes', 180, () => {
    if (hasEnded(crowd)) throw new NotPossible(`processes could not be forked: ${crowd.lastWords()}`);
    return said.includes('ready') || undefined;
  });
}

function requireMemory(count: number): void {
  const available = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'latin1'))?.[1];
  const needed = count * bytesEach + reserve;
  if (available !== undefined && Number(available) * 1024 < needed) {
    throw new NotPossible(`${count} processes need about ${Math.round(needed / 1e6)} MB of free memory`);
  }
}
