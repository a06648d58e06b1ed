import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { HostRequest } from './context.ts';
import type { HostRoots } from './host-files.ts';
import type { HostAnswer, WorkerData } from './messages.ts';
import { type CallInProgress, Progress } from './progress.ts';

/** Beside this file in the build. A thread cannot run TypeScript: when the sources run directly, the built one is used. */
const workerFile = extname(import.meta.url) === '.js' ? './worker.js' : '../../../dist/sources/procfs/worker.js';
const workerUrl = new URL(workerFile, import.meta.url);

/** The other end of the reading thread: starts it, talks to it, and can tell when it is stuck in the kernel. */
export class ReadingThread {
  onAnswer: (answer: HostAnswer) => void = () => {};
  onFailure: (error: Error) => void = () => {};
  readonly #worker: Worker;
  readonly #progress = new Progress();
  #last: CallInProgress = { sequence: 0, path: '' };
  #lastChange = performance.now();

  constructor(roots: HostRoots) {
    const workerData: WorkerData = { roots, memory: this.#progress.memory };
    this.#worker = new Worker(workerUrl, {
      workerData,
      name: 'host-reader',
      resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 64 },
    });
    this.#worker.on('message', (answer: HostAnswer) => this.onAnswer(answer));
    this.#worker.on('error', (error) => this.onFailure(error));
    this.#worker.unref();
  }

  ask(request: HostRequest): void {
    this.#progress.wanted = request.id;
    this.#lastChange = performance.now();
    this.#worker.postMessage(request);
  }

  /** Tells the thread that nobody waits for its answer any more. */
  release(): void {
    this.#progress.wanted = 0;
  }

  /** The call that the thread is in and for how many seconds nothing has moved. */
  observe(): { readonly path: string; readonly idleSeconds: number } {
    const now = this.#progress.look();
    if (now.sequence !== this.#last.sequence) {
      this.#last = now;
      this.#lastChange = performance.now();
    }
    return { path: now.path, idleSeconds: (performance.now() - this.#lastChange) / 1000 };
  }

  /** Ends the thread. Only for one that is not stuck: a thread in the kernel cannot be ended. */
  async end(): Promise<void> {
    this.onAnswer = () => {};
    this.onFailure = () => {};
    await this.#worker.terminate();
  }
}
