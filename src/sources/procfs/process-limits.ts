import type { ProcessLimits } from '../../model/host.ts';
import { absent, isComplete, ok, okValue, type Reading } from '../../model/reading.ts';
import { parseSingleNumber } from '../../parse/single-number.ts';
import type { HostFiles } from './host-files.ts';
import { readParsed } from './read-parsed.ts';

/** `/proc/sys/kernel/pid_max` and `/proc/sys/kernel/threads-max`; absent when neither is there. */
export function readProcessLimits(files: HostFiles): Reading<ProcessLimits> {
  const pidMax = readParsed(files, files.proc('sys/kernel/pid_max'), parseSingleNumber);
  const threadsMax = readParsed(files, files.proc('sys/kernel/threads-max'), parseSingleNumber);
  for (const reading of [pidMax, threadsMax]) {
    if (reading.kind !== 'ok' && !isComplete(reading)) return reading;
  }
  if (pidMax.kind === 'absent' && threadsMax.kind === 'absent') return absent(pidMax.detail);
  return ok({ pidMax: okValue(pidMax), threadsMax: okValue(threadsMax) });
}
