import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

/**
 * How a path answers.
 *
 * - `ok`: as recorded
 * - `hang`: takes the request and never says a word
 * - `500`, `403`: an error with a message, as the Engine words it
 * - `garbage`: status 200 and a body that is not JSON
 * - `truncated`: announces the whole body, sends half of it and hangs up
 * - `huge`: a body of 64 MiB, well-formed JSON, for as long as the client takes it
 * - `close`: hangs up without an answer
 * - `slow`: the headers at once, then one byte of the body every 50 ms
 */
export const behaviours = ['ok', 'hang', '500', '403', 'garbage', 'truncated', 'huge', 'close', 'slow'] as const;
export type Behaviour = (typeof behaviours)[number];

export const hugeBytes = 64 * 1024 * 1024;
const slowByteMilliseconds = 50;

/** Sends `body` the way `behaviour` says, or does not send it. `hang` does nothing at all. */
export function misbehave(behaviour: Exclude<Behaviour, 'ok'>, response: ServerResponse, body: string): void {
  switch (behaviour) {
    case 'hang':
      return;
    case 'close':
      response.destroy();
      return;
    case '500':
    case '403':
      sendError(response, Number(behaviour));
      return;
    case 'garbage':
      response.writeHead(200, jsonType).end('<html>\u0000 this is not the Engine');
      return;
    case 'truncated':
      truncate(response, body);
      return;
    case 'huge':
      response.writeHead(200, jsonType);
      Readable.from(hugeJson())
        .on('error', () => response.destroy())
        .pipe(response);
      return;
    case 'slow':
      drip(response, body);
      return;
  }
}

export const jsonType = { 'content-type': 'application/json' } as const;

const messages: Readonly<Record<number, string>> = {
  403: 'authorization denied by plugin',
  500: 'the Engine has failed',
};

function sendError(response: ServerResponse, status: number): void {
  response.writeHead(status, jsonType).end(`${JSON.stringify({ message: messages[status] })}\n`);
}

function truncate(response: ServerResponse, body: string): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, { ...jsonType, 'content-length': bytes.length });
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
}

function* hugeJson(): Generator<string> {
  const chunk = `${'x'.repeat(64 * 1024)}`;
  yield '["';
  for (let sent = 0; sent < hugeBytes; sent += chunk.length) yield chunk;
  yield '"]';
}

function drip(response: ServerResponse, body: string): void {
  const bytes = Buffer.from(body);
  let sent = 0;
  response.writeHead(200, { ...jsonType, 'content-length': bytes.length });
  response.flushHeaders();
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + 1));
    sent += 1;
    if (sent < bytes.length) return;
    clearInterval(timer);
    response.end();
  }, slowByteMilliseconds);
  response.on('close', () => clearInterval(timer));
}
