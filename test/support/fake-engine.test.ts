import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EngineAnswers } from './engine-answers.ts';
import { type EngineClient, engineClient } from './engine-client.ts';
import { type FakeEngine, startFakeEngine } from './fake-engine.ts';
import { removeTree } from './fixture-host.ts';

const answers: EngineAnswers = {
  ping: 'OK',
  info: { Driver: 'overlay2', ID: 'x'.repeat(100) },
  version: { Version: '29.0.0', ApiVersion: '1.52' },
  containers: [
    { Id: 'aaaa', State: 'exited', Mounts: [{ Type: 'volume', Name: 'kept' }] },
    { Id: 'bbbb', State: 'running' },
    { Id: 'cccc', State: 'paused' },
  ],
  inspect: { bbbb: { Id: 'bbbb', Name: '/web' } },
  images: [
    { Id: '1', RepoTags: ['a:1'] },
    { Id: '2', RepoTags: [] },
    { Id: '3', RepoTags: ['<none>:<none>'] },
  ],
  volumes: { Volumes: [{ Name: 'kept' }, { Name: 'lost' }], Warnings: null },
  df: { shape: 'new' },
  legacyDf: { shape: 'old' },
};

let dir: string;
let engine: FakeEngine;
let client: EngineClient;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'dhe-engine-'));
  engine = await startFakeEngine(answers, join(dir, 'docker.sock'));
  client = engineClient(engine.socketPath);
});
afterEach(async () => {
  await engine.close();
  await removeTree(dir);
});

const ids = async (path: string) => ((await client.json(path)) as { Id: string }[]).map(({ Id }) => Id);

it('pings with the API version, by GET and HEAD', async () => {
  expect(await client.ask('/_ping')).toMatchObject({ status: 200, body: 'OK', headers: { 'api-version': '1.52' } });
  expect(await client.ask('/_ping', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

it('takes paths with and without a version', async () => {
  expect(await client.json('/info')).toEqual(answers.info);
  expect(await client.json('/v1.41/info')).toEqual(answers.info);
  expect(await client.json('/version')).toEqual(answers.version);
});

it('lists running containers, all of them, or the newest', async () => {
  expect(await ids('/containers/json')).toEqual(['bbbb', 'cccc']);
  expect(await ids('/containers/json?all=1')).toEqual(['aaaa', 'bbbb', 'cccc']);
  expect(await ids('/containers/json?limit=1')).toEqual(['aaaa']);
});

it('tells running containers of 2014 by their status', async () => {
  engine.answers = { containers: ['Up 3 hours', 'Ghost', 'Exit 0'].map((Status) => ({ Id: Status, Status })) };
  expect(await ids('/containers/json')).toEqual(['Up 3 hours', 'Ghost']);
});

it('inspects a container, by a part of its id too', async () => {
  expect(await client.json('/containers/bbbb/json')).toEqual({ Id: 'bbbb', Name: '/web' });
  expect(await client.json('/containers/bb/json')).toEqual({ Id: 'bbbb', Name: '/web' });
  expect(await client.ask('/containers/gone/json')).toMatchObject({
    status: 404,
    body: expect.stringContaining('gone'),
  });
});

it('filters images and volumes by dangling, in both spellings', async () => {
  expect(await ids('/images/json')).toEqual(['1', '2', '3']);
  expect(await ids(`/images/json?filters=${encodeURIComponent('{"dangling":["true"]}')}`)).toEqual(['2', '3']);
  expect(await ids(`/images/json?filters=${encodeURIComponent('{"dangling":{"false":true}}')}`)).toEqual(['1']);
  const dangling = await client.json(`/volumes?filters=${encodeURIComponent('{"dangling":["true"]}')}`);
  expect(dangling).toMatchObject({ Volumes: [{ Name: 'lost' }] });
  expect(await client.json('/volumes')).toEqual(answers.volumes);
});

it.each(['/images/json', '/volumes', '/containers/json'])('refuses a filter it does not know: %s', async (path) => {
  expect((await client.ask(`${path}?filters=${encodeURIComponent('{"label":["a"]}')}`)).status).toBe(400);
  expect((await client.ask(`${path}?filters=nonsense`)).status).toBe(400);
});

it('has two shapes of disk usage', async () => {
  expect(await client.json('/system/df')).toEqual({ shape: 'new' });
  expect(await client.json('/v1.52/system/df')).toEqual({ shape: 'new' });
  expect(await client.json('/v1.51/system/df')).toEqual({ shape: 'old' });
});

it('knows nothing else, and does nothing', async () => {
  expect((await client.ask('/swarm')).status).toBe(404);
  expect((await client.ask('/containers/bbbb', 'DELETE')).status).toBe(404);
  engine.answers = {};
  const paths = ['/_ping', '/info', '/version', '/containers/json', '/images/json', '/volumes', '/system/df'];
  for (const path of paths) expect((await client.ask(path)).status).toBe(404);
});

it('remembers the requests', async () => {
  await client.ask('/v1.24/containers/json?limit=1');
  await client.ask('/_ping', 'HEAD');
  expect(engine.requests).toEqual([
    { method: 'GET', url: '/v1.24/containers/json?limit=1' },
    { method: 'HEAD', url: '/_ping' },
  ]);
});

describe('events', () => {
  it('streams to all who listen and ends with the server', async () => {
    const [first, second] = await Promise.all([client.open('/events').response, client.open('/v1.41/events').response]);
    expect(engine.openEventStreams).toBe(2);
    engine.emit({ Type: 'container', Action: 'die', Actor: { ID: 'bbbb' } });
    engine.emit({ Type: 'container', Action: 'destroy' });
    await engine.close();
    const [one, two] = await Promise.all([text(first), text(second)]);
    expect(one).toBe(two);
    expect(
      one
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).Action),
    ).toEqual(['die', 'destroy']);
  });

  it('forgets a listener that has gone', async () => {
    const { sent, response } = client.open('/events');
    (await response).on('error', () => undefined);
    sent.destroy();
    await expect.poll(() => engine.openEventStreams).toBe(0);
  });
});

it('removes its socket', async () => {
  await engine.close();
  expect(existsSync(engine.socketPath)).toBe(false);
});
