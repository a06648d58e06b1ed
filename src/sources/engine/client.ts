import type { IncomingMessage } from 'node:http';
import Docker from 'dockerode';
import type { DockerEndpoint } from '../../model/endpoint.ts';
import { answerOfError, type EngineAnswer } from './answer.ts';
import { dialOptions } from './endpoint.ts';

/** Text of an error answer that is kept for the log. */
const errorExcerpt = 200;
/** Any status counts as an answer to read; dockerode would otherwise collect a body without a bound. */
const everyStatus = new Proxy({}, { get: () => true }) as Record<number, true>;

export interface GetOptions {
  readonly timeoutSeconds: number;
  readonly maxBytes: number;
  readonly query?: Readonly<Record<string, string>>;
}

/**
 * The one door to the Engine API: GET only, each call with a deadline and an upper bound on the answer,
 * each on a connection of its own, so that every call also tests whether the daemon still accepts one.
 */
export class EngineClient {
  readonly #docker: Docker;
  readonly #prefix: string;

  constructor(endpoint: DockerEndpoint) {
    this.#docker = new Docker(dialOptions(endpoint));
    this.#prefix = endpoint.kind === 'unix' ? endpoint.path : `${endpoint.host}:${endpoint.port}`;
  }

  /** Never throws. `path` is an API path without version, such as `/containers/json`. */
  async get(path: string, options: GetOptions): Promise<EngineAnswer> {
    const start = performance.now();
    const seconds = (): number => (performance.now() - start) / 1000;
    const what = `GET ${path} at ${this.#prefix}`;
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), options.timeoutSeconds * 1000);
    try {
      const response = await this.open(path, options.query, timeout.signal);
      const body = await readBody(response, options.maxBytes);
      return answerOfResponse(response.statusCode ?? 0, body, what, seconds(), options.maxBytes);
    } catch (error) {
      return answerOfError(timeout.signal.aborted ? { code: 'ABORT_ERR' } : error, seconds(), what);
    } finally {
      clearTimeout(timer);
      timeout.abort();
    }
  }

  /** Opens a response as a stream; rejects with the error of the connection. */
  open(
    path: string,
    query: Readonly<Record<string, string>> | undefined,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      this.#docker.modem.dial(
        {
          // dockerode takes the query from `options` and wants the question mark in the path
          path: query === undefined ? path : `${path}?`,
          method: 'GET',
          options: { ...query },
          abortSignal: signal,
          isStream: true,
          statusCodes: everyStatus,
        },
        (error, response) =>
          error === null || error === undefined ? resolve(response as IncomingMessage) : reject(error),
      );
    });
  }
}

interface Body {
  readonly text: string;
  readonly isWhole: boolean;
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Body> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) return { text: '', isWhole: false }; // leaving the loop destroys the stream
    chunks.push(chunk);
  }
  return { text: Buffer.concat(chunks).toString('utf8'), isWhole: true };
}

function answerOfResponse(status: number, body: Body, what: string, seconds: number, maxBytes: number): EngineAnswer {
  if (!body.isWhole)
    return { state: 'error', detail: `${what}: the answer is larger than ${maxBytes} bytes`, seconds, status };
  if (status === 200) return { state: 'ok', body: body.text, seconds };
  const state = status === 401 || status === 403 ? 'denied' : 'error';
  return { state, detail: `${what}: HTTP ${status} ${body.text.slice(0, errorExcerpt).trim()}`, seconds, status };
}
