import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { EngineClient } from '../../src/sources/engine/client.ts';
import type { EngineAnswers } from './engine-answers.ts';
import { type FakeEngine, startFakeEngine } from './fake-engine.ts';
import { temporaryDirectory } from './temporary-tree.ts';

/** Two containers, three images and two volumes. */
export const answers = {
  ping: 'OK',
  info: { ServerVersion: '29.1.3', Driver: 'overlay2', DriverStatus: [] },
  version: { Version: '29.1.3', ApiVersion: '1.52' },
  containers: [
    { Id: 'a'.repeat(64), Names: ['/web'], Created: 1_795_000_000, State: 'running', Mounts: [{ Name: 'data' }] },
    { Id: 'b'.repeat(64), Names: ['/job'], Created: 1_795_000_001, State: 'exited' },
  ],
  inspect: {
    ['a'.repeat(64)]: { State: { Status: 'running', Running: true } },
    ['b'.repeat(64)]: { State: { Status: 'exited', Running: false } },
  },
  images: [{ RepoTags: ['bb:1'] }, { RepoTags: ['bb:2'] }, { RepoTags: null }],
  volumes: { Volumes: [{ Name: 'data' }, { Name: 'left' }] },
  df: { LayersSize: 0, Images: [], Containers: [], Volumes: [], BuildCache: [] },
} satisfies EngineAnswers;

/** A fake Engine for the running test. */
export async function testEngine(source: EngineAnswers = answers, socketPath?: string): Promise<FakeEngine> {
  const engine = await startFakeEngine(source, socketPath ?? join(temporaryDirectory(), 'docker.sock'));
  onTestFinished(() => engine.close());
  return engine;
}

export const clientOf = ({ socketPath }: Pick<FakeEngine, 'socketPath'>): EngineClient =>
  new EngineClient({ kind: 'unix', path: socketPath });

/** How many requests for a path, whatever the query, have come so far. */
export const askedFor = ({ requests }: FakeEngine, path: string): number =>
  requests.filter(({ url }) => url.split('?')[0] === path).length;
