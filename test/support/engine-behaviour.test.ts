import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EngineAnswers } from './engine-answers.ts';
import { hugeBytes } from './engine-behaviour.ts';
import { type EngineClient, engineClient } from './engine-client.ts';
import { type FakeEngine, startFakeEngine } from './fake-engine.ts';
import { removeTree } from './fixture-host.ts';

const answers: EngineAnswers = {
  ping: 'OK',
  info: { Driver: 'overlay2', ID: 'x'.repeat(100) },
  version: { Version: '29.0.0', ApiVersion: '1.52' },
  containers: [{ Id: 'aaaa', State: 'running' }],
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

it.each(['500', '403'] as const)('fails with %s and a message', async (status) => {
  engine.setBehaviour('/info', status);
  const reply = await client.ask('/v1.41/info');
  expect(reply.status).toBe(Number(status));
  expect(JSON.parse(reply.body)).toEqual({ message: expect.any(String) });
});

it('sends garbage', async () => {
  engine.setBehaviour('/info', 'garbage');
  await expect(client.json('/info')).rejects.toThrow(SyntaxError);
});

it('breaks off in the middle of an answer', async () => {
  engine.setBehaviour('/info', 'truncated');
  await expect(client.ask('/info')).rejects.toThrow('aborted');
});

it('hangs up without a word', async () => {
  engine.setBehaviour('/info', 'close');
  await expect(client.ask('/info')).rejects.toThrow('socket hang up');
});

it('sends more than anybody wants', async () => {
  engine.setBehaviour('/info', 'huge');
  const response = await client.open('/info').response;
  let received = 0;
  for await (const chunk of response) received += (chunk as Buffer).length;
  expect(received).toBe(hugeBytes + 4);
});

it('takes the request and says nothing until it is closed', async () => {
  engine.setBehaviour('/info', 'hang');
  const { response } = client.open('/info');
  const settled = response.then(
    () => 'answered',
    () => 'closed',
  );
  await client.ask('/_ping');
  expect(engine.requests).toContainEqual({ method: 'GET', url: '/info' });
  expect(await Promise.race([settled, Promise.resolve('waiting')])).toBe('waiting');
  await engine.close();
  expect(await settled).toBe('closed');
});

it('drips the whole answer byte by byte', async () => {
  engine.answers = { info: { a: 1 } };
  engine.setBehaviour('/info', 'slow');
  const response = await client.open('/info').response;
  const sizes: number[] = [];
  for await (const chunk of response) sizes.push((chunk as Buffer).length);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe('{"a":1}\n'.length);
});

it('can be told for one query alone, for all paths, and be cured', async () => {
  engine.setBehaviour('/containers/json?all=1', '500');
  expect((await client.ask('/containers/json?all=1')).status).toBe(500);
  expect((await client.ask('/containers/json?limit=1')).status).toBe(200);
  engine.setBehaviour('*', '403');
  expect((await client.ask('/version')).status).toBe(403);
  engine.setBehaviour('*', 'ok');
  expect((await client.ask('/version')).status).toBe(200);
});
