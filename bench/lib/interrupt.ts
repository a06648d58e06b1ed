import { setMaxListeners } from 'node:events';

const controller = new AbortController();
// Every request in flight listens to it.
setMaxListeners(0, controller.signal);

/** Aborted by the first Ctrl-C or SIGTERM: whatever waits stops waiting, and every `finally` runs. */
export const interrupted: AbortSignal = controller.signal;

export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

export const isInterruption = (error: unknown): boolean => interrupted.aborted || error instanceof Interrupted;

export function stopIfInterrupted(): void {
  if (interrupted.aborted) throw new Interrupted('interrupted');
}

export function listenForInterruption(): void {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (!interrupted.aborted) console.error(`\n${name}: ending and removing what was started`);
      controller.abort(new Interrupted(name));
    });
  }
}
