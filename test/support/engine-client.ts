import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** One request to an Engine, whose response comes with its headers and before its body. */
export interface OpenRequest {
  readonly sent: ClientRequest;
  readonly response: Promise<IncomingMessage>;
}

export interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A client for the tests of the fake Engine: Node's own, on a connection of its own each time. */
export function engineClient(socketPath: string) {
  const open = (path: string, method = 'GET'): OpenRequest => {
    const sent = request({ socketPath, path, method, agent: false });
    const response = new Promise<IncomingMessage>((resolve, reject) =>
      sent.on('response', resolve).on('error', reject),
    );
    sent.end();
    return { sent, response };
  };
  const ask = async (path: string, method = 'GET'): Promise<Answered> => {
    const response = await open(path, method).response;
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  };
  const json = async (path: string): Promise<unknown> => JSON.parse((await ask(path)).body);
  return { open, ask, json };
}

export type EngineClient = ReturnType<typeof engineClient>;
