import { expect, it } from 'vitest';
import { recordingLog } from '../../test/support/silent-log.ts';
import { hidden, visible } from '../../test/support/snapshots.ts';
import { VisibilityLog } from './visibility-log.ts';

it('tells each hidden part once, and again when it was visible in between', () => {
  const log = recordingLog();
  const visibilityLog = new VisibilityLog(log);
  const all = { host_processes: visible, daemon_fds: visible, mount_namespaces: visible, engine: visible };
  const told = [
    all,
    { ...all, engine: hidden },
    { ...all, engine: hidden, daemon_fds: hidden },
    all,
    { ...all, engine: hidden },
  ].map((visibility) => {
    visibilityLog.tell(visibility);
    return log.lines.splice(0).map(({ fields }) => fields);
  });
  const line = (scope: string) => ({ scope, reason: 'a test says so' });
  expect(told).toEqual([[], [line('engine')], [line('daemon_fds')], [], [line('engine')]]);
});
