import { existsSync, mkdtempSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EngineAnswers } from './engine-answers.ts';
import { hugeBytes } from './engine-behaviour.ts';
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
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'dhe-engine-'));
  engine = await startFakeEngine(answers, join(dir, 'docker.sock'));
});
afterEach(async () => {
  await engine.close();
  await removeTree(dir);
});

function open(path: string, method = 'GET'): { sent: ClientRequest; response: Promise<IncomingMessage> } {
  const sent = request({ socketPath: engine.socketPath, path, method, agent: false });
  const response = new Promise<IncomingMessage>((resolve, reject) => sent.on('response', resolve).on('error', reject));
  sent.end();
  return { sent, response };
}

async function ask(path: string, method = 'GET') {
  const response = await open(path, method).response;
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

const json = async (path: string): Promise<unknown> => JSON.parse((await ask(path)).body);
const ids = async (path: string) => ((await json(path)) as { Id: string }[]).map(({ Id }) => Id);

describe('answers', () => {
  it('pings with the API version, by GET and HEAD', async () => {
    expect(await ask('/_ping')).toMatchObject({ status: 200, body: 'OK', headers: { 'api-version': '1.52' } });
    expect(await ask('/_ping', 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it('takes paths with and without a version', async () => {
    expect(await json('/info')).toEqual(answers.info);
    expect(await json('/v1.41/info')).toEqual(answers.info);
    expect(await json('/version')).toEqual(answers.version);
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
    expect(await json('/containers/bbbb/json')).toEqual({ Id: 'bbbb', Name: '/web' });
    expect(await json('/containers/bb/json')).toEqual({ Id: 'bbbb', Name: '/web' });
    expect(await ask('/containers/gone/json')).toMatchObject({ status: 404, body: expect.stringContaining('gone') });
  });

  it('filters images and volumes by dangling, in both spellings', async () => {
    expect(await ids('/images/json')).toEqual(['1', '2', '3']);
    expect(await ids(`/images/json?filters=${encodeURIComponent('{"dangling":["true"]}')}`)).toEqual(['2', '3']);
    expect(await ids(`/images/json?filters=${encodeURIComponent('{"dangling":{"false":true}}')}`)).toEqual(['1']);
    const dangling = await json(`/volumes?filters=${encodeURIComponent('{"dangling":["true"]}')}`);
    expect(dangling).toMatchObject({ Volumes: [{ Name: 'lost' }] });
    expect(await json('/volumes')).toEqual(answers.volumes);
  });

  it.each(['/images/json', '/volumes', '/containers/json'])('refuses a filter it does not know: %s', async (path) => {
    expect((await ask(`${path}?filters=${encodeURIComponent('{"label":["a"]}')}`)).status).toBe(400);
    expect((await ask(`${path}?filters=nonsense`)).status).toBe(400);
  });

  it('has two shapes of disk usage', async () => {
    expect(await json('/system/df')).toEqual({ shape: 'new' });
    expect(await json('/v1.52/system/df')).toEqual({ shape: 'new' });
    expect(await json('/v1.51/system/df')).toEqual({ shape: 'old' });
  });

  it('knows nothing else, and does nothing', async () => {
    expect((await ask('/swarm')).status).toBe(404);
    expect((await ask('/containers/bbbb', 'DELETE')).status).toBe(404);
    engine.answers = {};
    const paths = ['/_ping', '/info', '/version', '/containers/json', '/images/json', '/volumes', '/system/df'];
    for (const path of paths) expect((await ask(path)).status).toBe(404);
  });

  it('remembers the requests', async () => {
    await ask('/v1.24/containers/json?limit=1');
    await ask('/_ping', 'HEAD');
    expect(engine.requests).toEqual([
      { method: 'GET', url: '/v1.24/containers/json?limit=1' },
      { method: 'HEAD', url: '/_ping' },
    ]);
  });
});

describe('misbehaviour', () => {
  it.each(['500', '403'] as const)('fails with %s and a message', async (status) => {
    engine.setBehaviour('/info', status);
    const reply = await ask('/v1.41/info');
    expect(reply.status).toBe(Number(status));
    expect(JSON.parse(reply.body)).toEqual({ message: expect.any(String) });
  });

  it('sends garbage', async () => {
    engine.setBehaviour('/info', 'garbage');
    await expect(json('/info')).rejects.toThrow(SyntaxError);
  });

  it('breaks off in the middle of an answer', async () => {
    engine.setBehaviour('/info', 'truncated');
    await expect(ask('/info')).rejects.toThrow('aborted');
  });

  it('hangs up without a word', async () => {
    engine.setBehaviour('/info', 'close');
    await expect(ask('/info')).rejects.toThrow('socket hang up');
  });

  it('sends more than anybody wants', async () => {
    engine.setBehaviour('/info', 'huge');
    const response = await open('/info').response;
    let received = 0;
    for await (const chunk of response) received += (chunk as Buffer).length;
    expect(received).toBe(hugeBytes + 4);
  });

  it('takes the request and says nothing until it is closed', async () => {
    engine.setBehaviour('/info', 'hang');
    const { response } = open('/info');
    const settled = response.then(
      () => 'answered',
      () => 'closed',
    );
    await ask('/_ping');
    expect(engine.requests).toContainEqual({ method: 'GET', url: '/info' });
    expect(await Promise.race([settled, Promise.resolve('waiting')])).toBe('waiting');
    await engine.close();
    expect(await settled).toBe('closed');
  });

  it('drips the whole answer byte by byte', async () => {
    engine.answers = { info: { a: 1 } };
    engine.setBehaviour('/info', 'slow');
    const response = await open('/info').response;
    const sizes: number[] = [];
    for await (const chunk of response) sizes.push((chunk as Buffer).length);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe('{"a":1}\n'.length);
  });

  it('can be told for one query alone, for all paths, and be cured', async () => {
    engine.setBehaviour('/containers/json?all=1', '500');
    expect((await ask('/containers/json?all=1')).status).toBe(500);
    expect((await ask('/containers/json?limit=1')).status).toBe(200);
    engine.setBehaviour('*', '403');
    expect((await ask('/version')).status).toBe(403);
    engine.setBehaviour('*', 'ok');
    expect((await ask('/version')).status).toBe(200);
  });
});

describe('events', () => {
  it('streams to all who listen and ends with the server', async () => {
    const [first, second] = await Promise.all([open('/events').response, open('/v1.41/events').response]);
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
    const { sent, response } = open('/events');
    (await response).on('error', () => undefined);
    sent.destroy();
    await expect.poll(() => engine.openEventStreams).toBe(0);
  });
});

it('removes its socket', async () => {
  await engine.close();
  expect(existsSync(engine.socketPath)).toBe(false);
});
