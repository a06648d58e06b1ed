import { Agent, type RequestOptions, request } from 'node:http';
import { createServer } from 'node:net';
import { interrupted } from './interrupt.ts';

export interface Answer {
  readonly status: number;
  readonly encoding: string | undefined;
  readonly body: Buffer;
}

export const keepAlive = (): Agent => new Agent({ keepAlive: true, maxSockets: 64 });

/** One HTTP request, the whole body read. Rejects on network errors and when the run is interrupted. */
export function send(options: RequestOptions, body?: Buffer | string, signal = interrupted): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ signal, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          encoding: response.headers['content-encoding'],
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no address of a listening server')),
      );
    });
  });
}
