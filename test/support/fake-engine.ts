import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type EngineAnswers, readEngineAnswers } from './engine-answers.ts';
import { type Behaviour, jsonType, misbehave } from './engine-behaviour.ts';
import { answer, type EngineRequest, notFound, parseRequest, type Reply } from './engine-routes.ts';

/**
 * An HTTP server on a unix socket that answers as a Docker Engine answered once.
 *
 * It is a fake: the engines behind the fixtures are those of 2014, of a virtual machine that is gone and of
 * hosts that cannot be run here, so their recorded (or reconstructed) JSON is replayed. Transport, status
 * codes, hangs and broken answers are real HTTP. What depends on time passing in an Engine is not here.
 */
export interface FakeEngine {
  readonly socketPath: string;
  /** May be replaced at any time; the next request sees it. */
  answers: EngineAnswers;
  /** Every request so far, in the order of arrival. */
  readonly requests: readonly { readonly method: string; readonly url: string }[];
  /** How many event streams are open. */
  readonly openEventStreams: number;
  /** `path` without version, as `/info` or `/containers/json?limit=1` (then only with that query), or `*` for all. */
  setBehaviour(path: string, behaviour: Behaviour): void;
  /** Sends an event to every open event stream. */
  emit(event: object): void;
  /** Ends all streams and requests and removes the socket. */
  close(): Promise<void>;
}

/** Starts the fake with the answers given, or with those recorded in a directory. */
export async function startFakeEngine(source: string | EngineAnswers, socketPath: string): Promise<FakeEngine> {
  const requests: { method: string; url: string }[] = [];
  const behaviours = new Map<string, Behaviour>();
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? '', url: request.url ?? '' });
    const asked = parseRequest(request.url ?? '/');
    const behaviour = behaviourOf(behaviours, asked);
    const reply = isRead(request) ? answer(engine.answers, asked) : notFound;
    if (behaviour !== 'ok') misbehave(behaviour, response, bodyOf(reply));
    else if (reply.kind === 'events') openStream(streams, response);
    else send(response, reply, engine.answers.version?.ApiVersion);
  });
  const engine: FakeEngine = {
    socketPath,
    answers: typeof source === 'string' ? readEngineAnswers(source) : source,
    requests,
    get openEventStreams() {
      return streams.size;
    },
    setBehaviour: (path, behaviour) => void behaviours.set(path, behaviour),
    emit: (event) => {
      for (const stream of streams) stream.write(`${JSON.stringify(event)}\n`);
    },
    close: () => stop(server, streams),
  };
  await listen(server, socketPath);
  return engine;
}

/** The real Engine would act on a POST or DELETE; whoever sends one here finds it in `requests`. */
const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

function behaviourOf(behaviours: ReadonlyMap<string, Behaviour>, { path, query }: EngineRequest): Behaviour {
  const keys = [`${path}?${query}`, path, '*'];
  const key = keys.find((candidate) => behaviours.has(candidate));
  return key === undefined ? 'ok' : (behaviours.get(key) ?? 'ok');
}

function bodyOf(reply: Reply): string {
  if (reply.kind === 'events') return `${JSON.stringify({ Type: 'container', Action: 'start' })}\n`;
  return reply.kind === 'text' ? reply.body : `${JSON.stringify(reply.body)}\n`;
}

function openStream(streams: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, jsonType).flushHeaders();
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

function send(response: ServerResponse, reply: Exclude<Reply, { kind: 'events' }>, apiVersion = ''): void {
  const type = reply.kind === 'json' ? jsonType : { 'content-type': 'text/plain; charset=utf-8' };
  const version = apiVersion === '' ? {} : { 'api-version': apiVersion, ostype: 'linux' };
  response.writeHead(reply.status, { ...type, ...version }).end(bodyOf(reply));
}

function listen(server: Server, socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
}

function stop(server: Server, streams: ReadonlySet<ServerResponse>): Promise<void> {
  return new Promise((resolve) => {
    for (const stream of streams) stream.end();
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
