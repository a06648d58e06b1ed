import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { register } from './lifetime.ts';
import { within } from './wait.ts';

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** From the call of `stop` to the end of the process. */
  readonly seconds: number;
}

/** A program that a test file started; it does not outlive the file. */
export interface Child {
  readonly pid: number;
  readonly process: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves when it has ended and all it printed was read. */
  readonly exit: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** SIGTERM, and SIGKILL when it is still there after ten seconds (then `signal` says so). */
  stop(): Promise<Exit>;
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}

/** @throws Error when the program cannot be run at all. */
export async function startChild(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Child> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const exit = new Promise<Awaited<Child['exit']>>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  await new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });

  async function stop(): Promise<Exit> {
    const began = performance.now();
    child.kill('SIGTERM');
    await within(10, 'end', exit).catch(() => child.kill('SIGKILL'));
    return { ...(await exit), seconds: (performance.now() - began) / 1000 };
  }
  register('file', {
    what: `${command} ${args.join(' ')}`,
    undo: async () => {
      await stop();
    },
    undoNow: () => child.kill('SIGKILL'),
  });
  return { pid: child.pid ?? 0, process: child, stdout, stderr, exit, stop };
}
