import { expect, it } from 'vitest';
import { recordingLog } from '../../test/support/silent-log.ts';
import { failedEngine } from '../../test/support/snapshots.ts';
import type { EngineView, ProbeState } from '../model/engine.ts';
import { absent } from '../model/reading.ts';
import { EngineLog } from './engine-log.ts';

function engine(info: ProbeState): EngineView {
  const probe = (state: ProbeState) => ({ state, durationSeconds: 0, lastAnswer: undefined, detail: 'a test says so' });
  return { ...failedEngine(absent('')), probes: { ping: probe('ok'), list: probe('ok'), info: probe(info) } };
}

it('tells of a probe when it changes, and nothing of one that has answered all along', () => {
  const log = recordingLog();
  const engineLog = new EngineLog(log);
  const views = [
    engine('ok'),
    engine('timeout'),
    engine('timeout'),
    engine('refused'),
    undefined,
    engine('ok'),
    engine('ok'),
  ];
  const told = views.map((view) => {
    engineLog.tell(view);
    return log.lines.splice(0).map(({ level, fields }) => [level, fields['probe'], fields['state']]);
  });
  expect(told).toEqual([
    [],
    [['warn', 'info', 'timeout']],
    [],
    [['warn', 'info', 'refused']],
    [],
    [['info', 'info', undefined]],
    [],
  ]);
});
