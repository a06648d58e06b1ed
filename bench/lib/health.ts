import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface HealthProbes {
  /** Seconds from request to the end of the answer, one for each answer with status 200. */
  readonly latencies: readonly number[];
  /** Requests that failed or were answered with another status. */
  readonly failures: number;
}

const file = join(import.meta.dirname, '..', 'children', 'health-prober.mjs');

/** Asks `/-/healthy` every 5 ms from a thread of its own while `use` runs. */
export async function whileProbing(port: number, use: () => Promise<void>): Promise<HealthProbes> {
  const worker = new Worker(file, { workerData: { port, intervalMilliseconds: 5 }, execArgv: [] });
  try {
    await new Promise((resolve, reject) => worker.once('online', resolve).once('error', reject));
    await use();
    return await new Promise<HealthProbes>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
      worker.postMessage('stop');
    });
  } finally {
    await worker.terminate();
  }
}
