import { Agent } from 'node:https';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { countingServer } from '../../../test/support/counting-server.ts';
import { temporaryDirectory } from '../../../test/support/temporary-tree.ts';
import { writeTree } from '../../../test/support/tree.ts';
import { EngineClient } from './client.ts';
import { dialOptions } from './endpoint.ts';

const options = { timeoutSeconds: 20, maxBytes: 1024 };

/** A server on a unix socket and one on a port, each of which says which one it is. */
async function servers() {
  const socket = join(temporaryDirectory(), 's');
  await countingServer((_, response) => response.end('unix'), socket);
  const { port } = await countingServer((request, response) => response.end(`tcp ${request.url}`));
  return { socket, port };
}

describe('the endpoint that is asked', () => {
  it('is a unix socket', async () => {
    const { socket } = await servers();
    expect(await new EngineClient({ kind: 'unix', path: socket }).get('/info', options)).toMatchObject({
      body: 'unix',
    });
  });

  it('is a port', async () => {
    const { port } = await servers();
    const client = new EngineClient({ kind: 'tcp', host: '127.0.0.1', port, tlsDirectory: undefined });
    expect(await client.get('/info', { ...options, query: { a: 'b' } })).toMatchObject({ body: 'tcp /info?a=b' });
  });

  it('is the one given, whatever the environment says', async () => {
    const { socket, port } = await servers();
    vi.stubEnv('DOCKER_CLIENT_TIMEOUT', '1');
    try {
      vi.stubEnv('DOCKER_HOST', `tcp://127.0.0.1:${port}`);
      const unix = new EngineClient({ kind: 'unix', path: socket });
      expect(await unix.get('/info', options)).toMatchObject({ body: 'unix' });
      vi.stubEnv('DOCKER_HOST', 'tcp://192.0.2.1:1');
      const tcp = new EngineClient({ kind: 'tcp', host: '127.0.0.1', port, tlsDirectory: undefined });
      expect(await tcp.get('/info', options)).toMatchObject({ body: 'tcp /info' });
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe('with TLS', () => {
  const tcp = (tlsDirectory: string) => ({ kind: 'tcp', host: 'engine', port: 2376, tlsDirectory }) as const;

  it('has the three files of the directory', () => {
    const dir = temporaryDirectory();
    writeTree(dir, { 'ca.pem': 'CA', 'cert.pem': 'CERT', 'key.pem': 'KEY' });
    const dial = dialOptions(tcp(dir));
    expect(dial).toMatchObject({ protocol: 'https', host: 'engine', port: 2376 });
    expect([dial.ca, dial.cert, dial.key].map(String)).toEqual(['CA', 'CERT', 'KEY']);
    const { agent } = dial as { agent?: Agent };
    expect(agent).toBeInstanceOf(Agent);
    expect(agent?.options.keepAlive).toBe(false);
  });

  it('does not go on without one of them', () => {
    expect(() => dialOptions(tcp(temporaryDirectory()))).toThrow('ca.pem');
  });
});
