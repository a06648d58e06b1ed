import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What reached a server. */
export interface Counts {
  connections: number;
  readonly requests: { readonly method: string; readonly url: string }[];
  /** Headers of the last request. */
  headers: NodeJS.Dict<string | string[]>;
  /** Port on loopback; 0 on a unix socket. */
  port: number;
}

/** An HTTP server for the running test, on a unix socket or, without a path, on a port of loopback. */
export async function countingServer(answer: RequestListener, socketPath?: string): Promise<Counts> {
  const counts: Counts = { connections: 0, requests: [], headers: {}, port: 0 };
  const server = createServer((request, response) => {
    counts.requests.push({ method: request.method ?? '', url: request.url ?? '' });
    counts.headers = request.headers;
    answer(request, response);
  });
  server.on('connection', () => {
    counts.connections += 1;
  });
  await listen(server, socketPath);
  counts.port = (server.address() as AddressInfo).port ?? 0;
  onTestFinished(() => stop(server));
  return counts;
}

const listen = (server: Server, socketPath: string | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    if (socketPath === undefined) server.listen(0, '127.0.0.1', resolve);
    else server.listen(socketPath, resolve);
  });

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
