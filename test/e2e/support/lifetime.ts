/**
 * What a test file started or did to the machine, and how to undo it. Undone in reverse order: faults
 * after each test, the rest after the file (setup.ts), and all of it at once when the process ends first.
 */
export interface Undo {
  readonly what: string;
  /** The orderly way. Called once. */
  readonly undo: () => Promise<void> | void;
  /** The way out when the process is about to end: synchronous, brutal, complete. */
  readonly undoNow: () => void;
}

type Scope = 'test' | 'file';
const pending: Record<Scope, Undo[]> = { test: [], file: [] };

/** Registers something to be undone; the function returned does it early. */
export function register(scope: Scope, entry: Undo): () => Promise<void> {
  pending[scope].push(entry);
  return async () => {
    const index = pending[scope].indexOf(entry);
    if (index < 0) return;
    pending[scope].splice(index, 1);
    await entry.undo();
  };
}

/** Undoes what is registered; goes on after a failure and throws all of them together at the end. */
export async function undoAll(scope: Scope): Promise<void> {
  const failures: unknown[] = [];
  for (let entry = pending[scope].pop(); entry !== undefined; entry = pending[scope].pop()) {
    try {
      await entry.undo();
    } catch (cause) {
      failures.push(new Error(`could not undo: ${entry.what}`, { cause }));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
}

function undoAllNow(): void {
  for (const entry of [...pending.test, ...pending.file].reverse()) {
    try {
      entry.undoNow();
    } catch (error) {
      process.stderr.write(`could not undo: ${entry.what}: ${String(error)}\n`);
    }
  }
  pending.test = [];
  pending.file = [];
}

process.on('exit', undoAllNow);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    undoAllNow();
    process.kill(process.pid, signal);
  });
}
