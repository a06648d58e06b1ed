import { parentPort, workerData } from 'node:worker_threads';
import { ContainerRootReader } from './container-roots.ts';
import { Context, type HostRequest, type Kept } from './context.ts';
import { HostFiles } from './host-files.ts';
import type { HostAnswer, WorkerData } from './messages.ts';
import { MountNamespaceReader } from './mount-namespaces.ts';
import { readPageBytes } from './page-size.ts';
import { Progress } from './progress.ts';

// The reading thread. Everything that can block in the kernel happens here and nowhere else.

Error.stackTraceLimit = 0; // processes vanish all the time, and nobody reads where that was noticed

const { roots, memory } = workerData as WorkerData;
const progress = new Progress(memory);
const files = new HostFiles(roots, progress);
const kept: Kept = {
  roots: new ContainerRootReader(),
  namespaces: new MountNamespaceReader(),
  pageBytes: readPageBytes(),
};

const send = (answer: HostAnswer): void => parentPort?.postMessage(answer);

parentPort?.on('message', (request: HostRequest) => {
  files.skip = new Set(request.skip);
  const context = new Context(files, request, kept);
  for (const key of request.wanted) {
    if (progress.wanted !== request.id) break; // nobody waits for this request any more
    const start = performance.now();
    const reading = context.get(key);
    send({ id: request.id, key, reading, seconds: (performance.now() - start) / 1000 });
  }
  progress.rest();
  send({ id: request.id, done: true });
});
