import { chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { countingServer } from '../../../test/support/counting-server.ts';
import type { Behaviour } from '../../../test/support/engine-behaviour.ts';
import { hugeBytes } from '../../../test/support/engine-behaviour.ts';
import { temporaryDirectory } from '../../../test/support/temporary-tree.ts';
import { clientOf, testEngine } from '../../../test/support/test-engine.ts';
import { writeTree } from '../../../test/support/tree.ts';
import { EngineClient } from './client.ts';

/** For a machine however busy; only what hangs would take it. */
const patient = { timeoutSeconds: 20, maxBytes: 1024 * 1024 };
const impatient = { timeoutSeconds: 0.2, maxBytes: 1024 * 1024 };

const at = (path: string) => new EngineClient({ kind: 'unix', path });

async function askFake(behaviour: Behaviour, options = patient) {
  const engine = await testEngine();
  engine.setBehaviour('/info', behaviour);
  return clientOf(engine).get('/info', options);
}

describe('what an Engine answers', () => {
  it('comes as it is', async () => {
    const answer = await askFake('ok');
    expect(answer).toEqual({ state: 'ok', body: expect.stringContaining('"29.1.3"'), seconds: expect.any(Number) });
  });

  it('comes as it is when it is no JSON, which is for the parser to find', async () => {
    expect(await askFake('garbage')).toMatchObject({ state: 'ok', body: expect.stringContaining('<html>') });
  });

  it.each<[Behaviour, string, number, string]>([
    ['500', 'error', 500, 'the Engine has failed'],
    ['403', 'denied', 403, 'authorization denied by plugin'],
  ])('with status %s is of state %s', async (behaviour, state, status, message) => {
    const detail = expect.stringMatching(new RegExp(`^GET /info at .*docker.sock: HTTP ${status} .*${message}`));
    expect(await askFake(behaviour)).toMatchObject({ state, status, detail });
  });

  it('with status 404 says so', async () => {
    const client = clientOf(await testEngine({ ping: 'OK' }));
    expect(await client.get('/volumes', patient)).toMatchObject({ state: 'error', status: 404 });
  });

  it.each([401, 301, 204])('with status %i is no good answer', async (status) => {
    const socket = join(temporaryDirectory(), 's');
    await countingServer((_, response) => response.writeHead(status).end(), socket);
    const state = status === 401 ? 'denied' : 'error';
    expect(await at(socket).get('/info', patient)).toMatchObject({ state, status });
  });

  it('is kept short when it is a long complaint', async () => {
    const socket = join(temporaryDirectory(), 's');
    await countingServer((_, response) => response.writeHead(500).end('x'.repeat(100_000)), socket);
    const answer = await at(socket).get('/info', patient);
    expect(answer.state === 'ok' ? 0 : answer.detail.length).toBeLessThan(400);
  });
});

describe('an answer that does not come whole', () => {
  it.each<Behaviour>(['truncated', 'close'])('%s is an error', async (behaviour) => {
    expect(await askFake(behaviour)).toMatchObject({ state: 'error', detail: expect.stringContaining('GET /info') });
  });

  it.each<Behaviour>(['hang', 'slow'])('%s is a timeout', async (behaviour) => {
    expect(await askFake(behaviour, impatient)).toMatchObject({
      state: 'timeout',
      detail: expect.stringContaining('no answer in time'),
    });
  });

  it('is an error when it is huge, and is not taken further', async () => {
    const socket = join(temporaryDirectory(), 's');
    let sent = 0;
    await countingServer((_, response) => {
      const more = (): void => {
        while (sent < hugeBytes && !response.destroyed) {
          sent += 65_536;
          if (!response.write('x'.repeat(65_536))) return;
        }
      };
      response.on('drain', more);
      more();
    }, socket);
    const answer = await at(socket).get('/info', patient);
    expect(answer).toMatchObject({ state: 'error', detail: expect.stringContaining('larger than 1048576 bytes') });
    expect(sent).toBeLessThan(hugeBytes / 4);
  });

  it('is as large as allowed', async () => {
    const socket = join(temporaryDirectory(), 's');
    await countingServer((_, response) => response.end('x'.repeat(1000)), socket);
    expect(await at(socket).get('/info', { ...patient, maxBytes: 1000 })).toMatchObject({ state: 'ok' });
    expect(await at(socket).get('/info', { ...patient, maxBytes: 999 })).toMatchObject({ state: 'error' });
  });

  it('is an error when it is not HTTP', async () => {
    const socket = join(temporaryDirectory(), 's');
    const server = createServer((connection) => connection.on('error', () => {}).end('SSH-2.0-OpenSSH_9.2\r\n'));
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    onTestFinished(() => void server.close());
    expect(await at(socket).get('/info', patient)).toMatchObject({ state: 'error' });
  });
});

describe('no Engine', () => {
  it('is refused without a socket', async () => {
    const answer = await at(join(temporaryDirectory(), 'none')).get('/_ping', patient);
    expect(answer).toMatchObject({ state: 'refused', detail: expect.stringContaining('ENOENT') });
  });

  it('is refused with a file in the place of the socket', async () => {
    const dir = temporaryDirectory();
    writeTree(dir, { file: 'x', 'directory/file': 'x' });
    expect(await at(join(dir, 'file')).get('/_ping', patient)).toMatchObject({ state: 'refused' });
    expect(await at(join(dir, 'directory')).get('/_ping', patient)).toMatchObject({ state: 'refused' });
    expect(await at(join(dir, 'file/below')).get('/_ping', patient)).toMatchObject({ state: 'refused' });
  });

  it('is refused where nobody listens any more', async () => {
    const port = await closedPort();
    const client = new EngineClient({ kind: 'tcp', host: '127.0.0.1', port, tlsDirectory: undefined });
    const detail = expect.stringMatching(`at 127.0.0.1:${port}: .*ECONNREFUSED`);
    expect(await client.get('/_ping', patient)).toMatchObject({ state: 'refused', detail });
  });

  it('is denied where its socket belongs to others', async () => {
    const engine = await testEngine();
    chmodSync(engine.socketPath, 0);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    const answer = await clientOf(engine)
      .get('/_ping', patient)
      .finally(() => {
        if (isRoot) process.seteuid?.(0);
      });
    expect(answer).toMatchObject({ state: 'denied', detail: expect.stringContaining('EACCES') });
  });
});

it('asks with GET alone, each time on a connection of its own, and closes it', async () => {
  const socket = join(temporaryDirectory(), 's');
  const server = await countingServer((_, response) => response.end('{}'), socket);
  const client = at(socket);
  await client.get('/_ping', patient);
  await Promise.all([client.get('/info', patient), client.get('/info', patient)]);
  await client.get('/containers/json', { ...patient, query: { limit: '1', filters: '{"a":["b c"]}' } });
  expect(server.connections).toBe(4);
  expect(server.headers['connection']).toBe('close');
  expect(server.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'GET']);
  expect(server.requests.map(({ url }) => decodeURIComponent(url))).toEqual([
    '/_ping',
    '/info',
    '/info',
    '/containers/json?limit=1&filters={"a":["b c"]}',
  ]);
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
