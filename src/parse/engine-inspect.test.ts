import { describe, expect, it } from 'vitest';
import { containerStates } from '../model/engine.ts';
import { ok } from '../model/reading.ts';
import { parseContainerInspect } from './engine-inspect.ts';

const neverStarted = '0001-01-01T00:00:00Z';
const started = '2014-02-13T09:51:46.412Z';
const parse = (State: unknown) => parseContainerInspect(JSON.stringify({ Id: '6083', Name: '/zom', State }));

it('reads the answer of Docker 20.10', () => {
  const body = `{"Id":"6083aa84e17c","Created":"2026-11-22T12:40:24.59949834Z","Path":"/bin/sh","State":{"Status":"running",
    "Running":true,"Paused":false,"Restarting":false,"OOMKilled":false,"Dead":false,"Pid":759,"ExitCode":0,"Error":"",
    "StartedAt":"2026-11-22T12:40:28.65990623Z","FinishedAt":"${neverStarted}"},"Name":"/zom"}`;
  expect(parseContainerInspect(body)).toEqual(ok({ state: 'running' }));
});

it('reads the answer of Docker 0.8', () => {
  const body = `{"ID":"718e","Created":"2014-02-12T09:51:46Z","Name":"/job_7","State":{"Running":false,"Pid":0,
    "ExitCode":137,"StartedAt":"${started}","FinishedAt":"${started}","Ghost":false}}`;
  expect(parseContainerInspect(body)).toEqual(ok({ state: 'exited' }));
});

describe('Status', () => {
  it.each(containerStates)('%s stands for itself, whatever the truth values say', (Status) => {
    expect(parse({ Status, Running: true, Paused: true, Dead: true })).toEqual(ok({ state: Status }));
  });

  it.each(['stopping', 'Running', 'Up 3 hours', '__proto__'])('%s is not known', (Status) => {
    expect(parse({ Status, Running: true })).toEqual(ok({ state: 'other' }));
  });
});

describe('without Status', () => {
  it.each([
    ['running', { Running: true, StartedAt: started }],
    ['running', { Running: true, Ghost: true, StartedAt: started }],
    ['running', { Running: true, Paused: false, Restarting: false, Dead: false, StartedAt: started }],
    ['paused', { Running: true, Paused: true, StartedAt: started }],
    ['restarting', { Running: true, Restarting: true, StartedAt: started }],
    ['restarting', { Running: false, Restarting: true, StartedAt: started }],
    ['removing', { Running: false, RemovalInProgress: true, Dead: true, StartedAt: started }],
    ['dead', { Running: false, Dead: true, StartedAt: started }],
    ['dead', { Running: false, Dead: true, StartedAt: neverStarted }],
    ['created', { Running: false, StartedAt: neverStarted }],
    ['created', { Running: false, StartedAt: '' }],
    ['exited', { Running: false, Paused: true, StartedAt: started }],
    ['exited', { Running: false, Ghost: true, StartedAt: started }],
    ['exited', { Running: false, StartedAt: started }],
    ['exited', { Running: false }],
    ['running', { Status: '', Running: true }],
    ['running', { Status: 7, Running: true }],
  ])('%s: %j', (state, said) => {
    expect(parse(said)).toEqual(ok({ state }));
  });
});

it.each([
  ['{"message":"server error"}', 'a container with an object "State", got "{\\"message\\":\\"server error\\"}"'],
  ['{"State":"running"}', 'a container with an object "State", got "{\\"State\\":\\"running\\"}"'],
  ['{"State":null}', 'a container with an object "State", got "{\\"State\\":null}"'],
  ['{"State":{}}', 'a "State" with "Status" or a truth value "Running", got "Status undefined, Running undefined"'],
  [
    '{"State":{"Status":{},"Running":"yes"}}',
    'a "State" with "Status" or a truth value "Running", got "Status {…}, Running yes"',
  ],
  ['[{"State":{"Status":"running"}}]', 'a JSON object, got "[{\\"State\\":{\\"Status\\":\\"running\\"}}]"'],
  ['<html>', 'JSON, got "<html>"'],
])('finds %s malformed', (body, detail) => {
  expect(parseContainerInspect(body)).toEqual({ kind: 'malformed', detail: `expected ${detail}` });
});

it.each([
  [
    'devicemapper',
    { DeviceId: '4', DeviceName: 'docker-254:0-131098-44ea', DeviceSize: '1' },
    'docker-254:0-131098-44ea',
  ],
  ['overlay2', { LowerDir: '/l', MergedDir: '/m', UpperDir: '/u/diff', WorkDir: '/w' }, '/u/diff'],
  ['zfs', { Dataset: 'tank/docker/44ea', Mountpoint: '/m' }, 'tank/docker/44ea'],
  ['aufs', null, undefined],
  ['overlay2', { UpperDir: 7 }, undefined],
])('knows the root file system of %s by %j', (Name, Data, rootKey) => {
  const body = JSON.stringify({ State: { Status: 'running' }, GraphDriver: { Name, Data } });
  expect(parseContainerInspect(body)).toStrictEqual(ok({ state: 'running', rootKey }));
});
