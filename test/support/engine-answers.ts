import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A container in `GET /containers/json`, the fields that the fake Engine itself looks at. */
export interface ContainerAnswer {
  readonly Id: string;
  /** Missing before Docker 1.9; `Status` then tells. */
  readonly State?: string;
  readonly Status?: string;
  readonly Mounts?: readonly { readonly Type?: string; readonly Name?: string }[];
  readonly [field: string]: unknown;
}

export interface ImageAnswer {
  readonly RepoTags?: readonly string[] | null;
  readonly [field: string]: unknown;
}

export interface VolumeAnswer {
  readonly Name: string;
  readonly [field: string]: unknown;
}

/** What an Engine answers, by question. What is undefined is answered with 404: that Engine has no such path. */
export interface EngineAnswers {
  readonly ping?: string;
  readonly info?: Readonly<Record<string, unknown>>;
  readonly version?: { readonly ApiVersion?: string; readonly [field: string]: unknown };
  /** All containers, whatever their state, newest first. */
  readonly containers?: readonly ContainerAnswer[];
  /** `GET /containers/ID/json`, by full id. */
  readonly inspect?: Readonly<Record<string, unknown>>;
  readonly images?: readonly ImageAnswer[];
  readonly volumes?: { readonly Volumes: readonly VolumeAnswer[] | null; readonly [field: string]: unknown };
  /** `GET /system/df`. */
  readonly df?: unknown;
  /** The same for clients that ask for an API older than 1.52, where its shape changed. */
  readonly legacyDf?: unknown;
}

const files = {
  info: 'info.json',
  version: 'version.json',
  containers: 'containers.json',
  images: 'images.json',
  volumes: 'volumes.json',
  df: 'df.json',
} as const;

/** Reads the answers that were recorded in `dir`: one file for each question, `inspect/<id>.json` for each container. */
export function readEngineAnswers(dir: string): EngineAnswers {
  const answers: Record<string, unknown> = {};
  for (const [question, file] of Object.entries(files)) {
    const path = join(dir, file);
    if (existsSync(path)) answers[question] = readJson(path);
  }
  const ping = join(dir, 'ping.txt');
  if (existsSync(ping)) answers['ping'] = readFileSync(ping, 'utf8').trim();
  const inspect = join(dir, 'inspect');
  if (existsSync(inspect)) answers['inspect'] = readInspect(inspect);
  return answers;
}

function readInspect(dir: string): Record<string, unknown> {
  return Object.fromEntries(readdirSync(dir).map((file) => [basename(file, '.json'), readJson(join(dir, file))]));
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
