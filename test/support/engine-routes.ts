import type { ContainerAnswer, EngineAnswers, ImageAnswer, VolumeAnswer } from './engine-answers.ts';

/** What to send back. `events` keeps the connection open. */
export type Reply =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'text'; readonly status: number; readonly body: string }
  | { readonly kind: 'events' };

/** A request, taken apart: `/v1.41/images/json?all=1` has path `/images/json` and version `1.41`. */
export interface EngineRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly version: string | undefined;
}

export function parseRequest(url: string): EngineRequest {
  const { pathname, searchParams } = new URL(url, 'http://engine');
  const [, version, path] = /^\/v(\d+\.\d+)(\/.*)$/.exec(pathname) ?? [undefined, undefined, pathname];
  return { path: path ?? pathname, query: searchParams, version };
}

/** The Engine's answer to one GET or HEAD. */
export function answer(answers: EngineAnswers, request: EngineRequest): Reply {
  const { path, query } = request;
  switch (path) {
    case '/_ping':
      return answers.ping === undefined ? notFound : { kind: 'text', status: 200, body: answers.ping };
    case '/events':
      return { kind: 'events' };
    case '/info':
      return json(answers.info);
    case '/version':
      return json(answers.version);
    case '/containers/json':
      return listContainers(answers, query);
    case '/images/json':
      return listImages(answers, query);
    case '/volumes':
      return listVolumes(answers, query);
    case '/system/df':
      return json(isOlder(request.version, [1, 52]) ? (answers.legacyDf ?? answers.df) : answers.df);
    default:
      return inspect(answers, path);
  }
}

const json = (body: unknown): Reply => (body === undefined ? notFound : { kind: 'json', status: 200, body });
const failure = (status: number, message: string): Reply => ({ kind: 'json', status, body: { message } });
export const notFound = failure(404, 'page not found');

function isOlder(version: string | undefined, [major, minor]: readonly [number, number]): boolean {
  if (version === undefined) return false;
  const [askedMajor = 0, askedMinor = 0] = version.split('.').map(Number);
  return askedMajor < major || (askedMajor === major && askedMinor < minor);
}

function inspect({ inspect: byId = {} }: EngineAnswers, path: string): Reply {
  const name = /^\/containers\/([^/]+)\/json$/.exec(path)?.[1];
  if (name === undefined) return notFound;
  const id = Object.keys(byId).find((candidate) => candidate.startsWith(name));
  return id === undefined ? failure(404, `No such container: ${name}`) : json(byId[id]);
}

/** As the Engine does it: `limit` counts containers in any state, without it and `all` only running ones are listed. */
function listContainers({ containers }: EngineAnswers, query: URLSearchParams): Reply {
  if (containers === undefined) return notFound;
  if (query.has('filters')) return failure(400, 'invalid filter: the fake Engine filters no containers');
  const limit = Number(query.get('limit') ?? 0);
  if (limit > 0) return json(containers.slice(0, limit));
  return json(isTrue(query.get('all')) ? containers : containers.filter(isRunning));
}

const isTrue = (value: string | null): boolean => value === '1' || value === 'true' || value === 'True';

const runningStates: readonly string[] = ['running', 'paused', 'restarting'];

function isRunning({ State, Status = '' }: ContainerAnswer): boolean {
  if (State !== undefined) return runningStates.includes(State);
  return Status.startsWith('Up') || Status === 'Ghost';
}

function listImages({ images }: EngineAnswers, query: URLSearchParams): Reply {
  if (images === undefined) return notFound;
  const wanted = danglingFilter(query);
  if (wanted === 'invalid') return failure(400, 'invalid filter');
  return json(wanted === undefined ? images : images.filter((image) => isDanglingImage(image) === wanted));
}

const isDanglingImage = ({ RepoTags }: ImageAnswer): boolean =>
  (RepoTags ?? []).every((tag) => tag === '<none>:<none>');

function listVolumes({ volumes, containers = [] }: EngineAnswers, query: URLSearchParams): Reply {
  if (volumes === undefined) return notFound;
  const wanted = danglingFilter(query);
  if (wanted === 'invalid') return failure(400, 'invalid filter');
  if (wanted === undefined) return json(volumes);
  const used = new Set(containers.flatMap(({ Mounts = [] }) => Mounts.map((mount) => mount.Name)));
  const isWanted = (volume: VolumeAnswer): boolean => used.has(volume.Name) !== wanted;
  return json({ ...volumes, Volumes: (volumes.Volumes ?? []).filter(isWanted) });
}

/** `filters={"dangling":["true"]}`, or `{"dangling":{"true":true}}` as older clients write it. */
function danglingFilter(query: URLSearchParams): boolean | undefined | 'invalid' {
  const text = query.get('filters');
  if (text === null) return undefined;
  const { dangling, ...others } = parseFilters(text);
  const value = Array.isArray(dangling) ? dangling[0] : Object.keys(dangling ?? {})[0];
  if (Object.keys(others).length > 0 || typeof value !== 'string') return 'invalid';
  return isTrue(value);
}

function parseFilters(text: string): { dangling?: object } {
  try {
    return JSON.parse(text) as { dangling?: object };
  } catch {
    return {};
  }
}
