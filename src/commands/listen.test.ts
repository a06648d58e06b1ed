import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, listenAll, urlOf } from './listen.ts';

const loopback = '127.0.0.1';
let servers: http.Server[] = [];
afterEach(async () => {
  await closeAll(servers, 0);
  servers = [];
});

/** `/` answers at once, `/hang` never. */
function appWith(onHang: () => void = () => {}): FastifyInstance {
  const app = Fastify();
  app.get('/', async () => 'here');
  app.get('/hang', (_request, reply) => {
    reply.hijack();
    onHang();
  });
  return app;
}

const portOf = (server: net.Server): number => (server.address() as AddressInfo).port;
const get = (url: string): Promise<string> => fetch(url).then((response) => response.text());

it('serves the same on every address', async () => {
  servers = await listenAll(appWith(), [
    { host: loopback, port: 0 },
    { host: loopback, port: 0 },
  ]);
  expect(await Promise.all(servers.map((server) => get(urlOf(server))))).toEqual(['here', 'here']);
});

describe('an address that cannot be had', () => {
  it('says which and why in one line, and leaves the others closed', async () => {
    const taken = net.createServer();
    await new Promise<void>((resolve) => taken.listen(0, loopback, resolve));
    const port = portOf(taken);
    const free = net.createServer();
    await new Promise<void>((resolve) => free.listen(0, loopback, resolve));
    const other = portOf(free);
    await new Promise((resolve) => free.close(resolve));
    try {
      const listening = listenAll(appWith(), [
        { host: loopback, port: other },
        { host: loopback, port },
      ]);
      await expect(listening).rejects.toThrow(`cannot listen on ${loopback}:${port}: the port is taken`);
      await expect(get(`http://${loopback}:${other}`)).rejects.toThrow();
    } finally {
      await new Promise((resolve) => taken.close(resolve));
    }
  });

  it.each([
    ['192.0.2.1', 'cannot listen on 192.0.2.1:0: this machine does not have that address'],
    ['2001:db8::1', /^cannot listen on \[2001:db8::1\]:0: /],
  ])('%s', async (host, message) => {
    await expect(listenAll(appWith(), [{ host, port: 0 }])).rejects.toThrow(message);
  });
});

describe('closing', () => {
  it('lets a request that runs finish, and takes no new one', async () => {
    let release = (): void => {};
    const app = Fastify();
    const started = new Promise<void>((resolve) => {
      app.get('/', async () => {
        resolve();
        await new Promise<void>((done) => {
          release = done;
        });
        return 'finished';
      });
    });
    servers = await listenAll(app, [{ host: loopback, port: 0 }]);
    const url = urlOf(servers[0] as http.Server);
    const answer = get(url);
    await started;
    const closed = closeAll(servers, 30);
    await expect(get(url)).rejects.toThrow();
    release();
    expect(await answer).toBe('finished');
    for (const server of servers) server.closeIdleConnections();
    await closed;
  });

  it('cuts off what hangs when its time is up', async () => {
    let arrived = (): void => {};
    const hanging = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    servers = await listenAll(
      appWith(() => arrived()),
      [{ host: loopback, port: 0 }],
    );
    const request = http.get(`${urlOf(servers[0] as http.Server)}/hang`);
    const broken = new Promise((resolve) => request.on('error', resolve));
    await hanging;
    await closeAll(servers, 0.05);
    expect(await broken).toHaveProperty('code', 'ECONNRESET');
  });
});

it.each([
  ['0.0.0.0', /^http:\/\/127\.0\.0\.1:\d+$/],
  ['127.0.0.1', /^http:\/\/127\.0\.0\.1:\d+$/],
])('names a URL for %s that works on this machine', async (host, pattern) => {
  servers = await listenAll(appWith(), [{ host, port: 0 }]);
  const url = urlOf(servers[0] as http.Server);
  expect(url).toMatch(pattern);
  expect(await get(url)).toBe('here');
});

it('puts an IPv6 address in brackets', () => {
  const server = { address: () => ({ address: '::1', family: 'IPv6', port: 80 }) } as unknown as http.Server;
  expect(urlOf(server)).toBe('http://[::1]:80');
});
