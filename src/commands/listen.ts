import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { ListenAddress } from '../config/config.ts';

/** A slow client gets this long for its header, and for its whole request. */
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 15_000;
/** Longer than the usual scrape interval, so that Prometheus keeps its connection. */
const keepAliveTimeoutMs = 120_000;

/** Opens one server for each address, all with the same application behind them. */
export async function listenAll(app: FastifyInstance, addresses: readonly ListenAddress[]): Promise<http.Server[]> {
  await app.ready();
  const servers: http.Server[] = [];
  try {
    for (const address of addresses) servers.push(await listen(app, address));
  } catch (error) {
    for (const server of servers) server.close();
    throw error;
  }
  return servers;
}

function listen(app: FastifyInstance, { host, port }: ListenAddress): Promise<http.Server> {
  const server = http.createServer((request, response) => app.routing(request, response));
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  server.keepAliveTimeout = keepAliveTimeoutMs;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => resolve(server));
  });
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is taken',
  EACCES: 'no permission (ports below 1024 need root or CAP_NET_BIND_SERVICE)',
  EADDRNOTAVAIL: 'this machine does not have that address',
  ENOTFOUND: 'the host name is not known',
};

function listenError(error: NodeJS.ErrnoException, host: string | undefined, port: number): Error {
  const reason = reasons[error.code ?? ''] ?? error.message;
  const address = host?.includes(':') ? `[${host}]` : (host ?? '');
  return new Error(`cannot listen on ${address}:${port}: ${reason}`, { cause: error });
}

/** Where to point a browser on this machine. */
export function urlOf(server: http.Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  if (address === '::' || address === '0.0.0.0') return `http://127.0.0.1:${port}`;
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}

/** Stops accepting, gives running requests `seconds` to finish, then cuts the rest off. */
export async function closeAll(servers: readonly http.Server[], seconds: number): Promise<void> {
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
  for (const server of servers) server.closeIdleConnections();
  const cut = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, seconds * 1000);
  await Promise.all(closed);
  clearTimeout(cut);
}
