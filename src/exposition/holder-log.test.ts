import { expect, it } from 'vitest';
import { recordingLog } from '../../test/support/silent-log.ts';
import { holderKinds, type LeakDiagnosis } from '../model/diagnosis.ts';
import { HolderLog } from './holder-log.ts';

const leaks = (exporter: number, other = 0): LeakDiagnosis => {
  const counts = Object.fromEntries(holderKinds.map((kind) => [kind, 0])) as Record<
    (typeof holderKinds)[number],
    number
  >;
  return { byDriver: new Map([['overlay2', { ...counts, exporter, other }]]) };
};

it('is told once while it lasts, and again when it comes back', () => {
  const log = recordingLog();
  const holder = new HolderLog(log);
  for (const each of [leaks(0, 3), leaks(2), leaks(2), undefined, leaks(3), leaks(0), leaks(1)]) holder.tell(each);
  expect(log.lines).toMatchObject([{ fields: { mounts: 2 } }, { fields: { mounts: 1 } }]);
  expect(log.lines[0]).toMatchObject({ level: 'warn', message: expect.stringContaining('restart it') });
});
