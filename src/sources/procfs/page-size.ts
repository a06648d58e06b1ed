import fs from 'node:fs';
import os from 'node:os';

/** `AT_PAGESZ` of the auxiliary vector, see getauxval(3). */
const pageSizeKey = 6n;
const usual = 4096;

/**
 * Bytes in a page of this kernel: the unit of the resident set in `/proc/PID/stat`. Read from our own
 * `/proc/self/auxv`, because Node.js does not tell; 4096 where that file is not to be had.
 */
export function readPageBytes(): number {
  try {
    return pageBytesOf(fs.readFileSync('/proc/self/auxv'));
  } catch {
    return usual; // no /proc of our own: nothing here would be in pages then
  }
}

/** Finds the page size in an auxiliary vector of 64-bit pairs. */
export function pageBytesOf(auxv: Buffer): number {
  const little = os.endianness() === 'LE';
  for (let offset = 0; offset + 16 <= auxv.length; offset += 16) {
    const key = little ? auxv.readBigUInt64LE(offset) : auxv.readBigUInt64BE(offset);
    const value = little ? auxv.readBigUInt64LE(offset + 8) : auxv.readBigUInt64BE(offset + 8);
    if (key === pageSizeKey) return Number(value);
  }
  return usual;
}
