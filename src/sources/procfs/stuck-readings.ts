import type { Log } from '../../model/log.ts';
import type { StuckReading } from '../../model/snapshot.ts';
import { shapeOf } from './host-files.ts';
import type { ReadingThread } from './reading-thread.ts';

/** So many threads may hang in the kernel before no further one is risked. */
export const mostStuckThreads = 6;
/** From so many on of one kind, that kind of file is left alone as a whole. */
const shapeLimit = 3;

/**
 * The calls into the kernel that have not come back, each with the thread that is lost in it. A thread
 * that comes back says so; it is ended then and its path is read again from the next scrape on.
 */
export class StuckReadings {
  readonly #lost = new Map<ReadingThread, StuckReading>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  get list(): readonly StuckReading[] {
    return [...this.#lost.values()];
  }

  get isFull(): boolean {
    return this.#lost.size >= mostStuckThreads;
  }

  /** Paths, and shapes of paths, that the next request has to leave alone. */
  get skip(): readonly string[] {
    const skip: string[] = [];
    const shapes = new Map<string, number>();
    for (const { path } of this.#lost.values()) {
      const shape = shapeOf(path);
      const count = (shapes.get(shape) ?? 0) + 1;
      shapes.set(shape, count);
      skip.push(path);
      if (count === shapeLimit) skip.push(shape);
    }
    return skip;
  }

  add(thread: ReadingThread, path: string): void {
    this.#lost.set(thread, { path, since: Date.now() / 1000 });
    this.#log.warn({ path }, 'a read has not returned; it is left out until it does');
    const back = (): void => this.#remove(thread);
    thread.onAnswer = back;
    thread.onFailure = back;
  }

  #remove(thread: ReadingThread): void {
    const stuck = this.#lost.get(thread);
    if (stuck === undefined) return;
    this.#lost.delete(thread);
    const seconds = Date.now() / 1000 - stuck.since;
    this.#log.info({ path: stuck.path, seconds }, 'a stuck read has returned');
    void thread.end();
  }
}
