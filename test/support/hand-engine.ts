import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { countingServer } from './counting-server.ts';
import { temporaryDirectory } from './temporary-tree.ts';
import { clientOf } from './test-engine.ts';

/** An Engine whose answers to one kind of question wait until they are given by hand. It has a stream of events. */
export interface HandEngine {
  readonly socketPath: string;
  /** Paths of the questions so far, without query, in the order of arrival. */
  readonly asked: readonly string[];
  /** How many wait for their answer. */
  readonly waiting: number;
  /** Answers the oldest question for this path that waits. */
  answer(path: string, body: unknown, status?: number): void;
  /** Sends an event to whoever follows them. */
  emit(): void;
  /** How many follow the events. */
  readonly followers: number;
  /** Everything that was sent before this, in either direction, has arrived after it. */
  roundTrips(): Promise<void>;
}

/** @param held begin of the paths whose answers wait; every other path but `/events` is 404 */
export async function handEngine(held: string): Promise<HandEngine> {
  const socketPath = join(temporaryDirectory(), 's');
  const asked: string[] = [];
  const open: { path: string; send: (status: number, body: unknown) => void }[] = [];
  const followers: ServerResponse[] = [];
  const follow = (response: ServerResponse): void => {
    response.writeHead(200).flushHeaders();
    followers.push(response);
  };
  await countingServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path === '/events') return follow(response);
    if (!path.startsWith(held)) return void response.writeHead(404).end();
    asked.push(path);
    open.push({ path, send: (status, body) => void response.writeHead(status).end(JSON.stringify(body)) });
  }, socketPath);
  return {
    socketPath,
    asked,
    get waiting() {
      return open.length;
    },
    answer: (path, body, status = 200) => {
      const index = open.findIndex((each) => each.path === path);
      const [found] = index < 0 ? [] : open.splice(index, 1);
      if (found === undefined) throw new Error(`nobody waits for ${path}`);
      found.send(status, body);
    },
    emit: () => {
      for (const follower of followers) follower.write('{}\n');
    },
    get followers() {
      return followers.length;
    },
    roundTrips: async () => {
      for (let round = 0; round < 3; round += 1) {
        await clientOf({ socketPath }).get('/_ping', { timeoutSeconds: 20, maxBytes: 100 });
      }
    },
  };
}
