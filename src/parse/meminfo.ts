import type { Memory } from '../model/host.ts';
import { ok, type Reading } from '../model/reading.ts';
import { findLine, unexpected, wholeNumber } from './text.ts';

/**
 * Parses `/proc/meminfo` (proc_meminfo(5)) into bytes. `MemAvailable` came with Linux 3.14 and is
 * undefined before; every other line that is used has always been there.
 *
 * @example `MemTotal:        3041252 kB`
 */
export function parseMeminfo(text: string): Reading<Memory> {
  const size = bytesOf(text, 'MemTotal');
  if (size.kind !== 'ok') return size;
  const swapSize = bytesOf(text, 'SwapTotal');
  if (swapSize.kind !== 'ok') return swapSize;
  const swapFree = bytesOf(text, 'SwapFree');
  if (swapFree.kind !== 'ok') return swapFree;
  const available = findLine(text, 'MemAvailable:') === undefined ? ok(undefined) : bytesOf(text, 'MemAvailable');
  if (available.kind !== 'ok') return available;
  return ok({
    sizeBytes: size.value,
    availableBytes: available.value,
    swapSizeBytes: swapSize.value,
    // The kernel adds up the two at slightly different moments; free may be ahead by a few pages.
    swapUsedBytes: Math.max(0, swapSize.value - swapFree.value),
  });
}

function bytesOf(text: string, name: string): Reading<number> {
  const line = findLine(text, `${name}:`);
  const kibibytes = wholeNumber(/^\w+: +(\d{1,13}) kB$/.exec(line?.slice(0, 80) ?? '')?.[1]);
  return kibibytes === undefined ? unexpected(`a line "${name}: <number> kB"`, line ?? text) : ok(kibibytes * 1024);
}
