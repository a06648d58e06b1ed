import { onTestFinished } from 'vitest';
import { Deadline } from '../../src/sources/deadline.ts';
import { ContainerListCache } from '../../src/sources/engine/container-list.ts';
import { clientOf } from './test-engine.ts';

/** Other than by default: what a reader is told counts. */
export const freshSeconds = 20;

/** Reads the list of containers as scrapes do, for the running test. */
export function readerOfList(engine: { readonly socketPath: string }) {
  const cache = new ContainerListCache(clientOf(engine), freshSeconds);
  onTestFinished(() => cache.close());
  return async (timeoutSeconds = 20) => {
    const deadline = new Deadline(20);
    const reading = await cache.read(timeoutSeconds, deadline);
    deadline.clear();
    return reading;
  };
}
