import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { Interrupted, interrupted, stopIfInterrupted } from './interrupt.ts';

/** A program that the benchmark started and has to end. */
export interface Started {
  readonly pid: number;
  readonly process: ChildProcess;
  /** Last words on standard error, for messages. */
  readonly lastWords: () => string;
}

/**
 * Starts a program in a session of its own: a Ctrl-C at the terminal reaches the benchmark alone, which
 * then ends what it started in the right order.
 */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): Started {
  stopIfInterrupted();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true, ...options });
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2000);
  });
  child.on('error', (error) => {
    words += error.message;
  });
  if (child.pid === undefined) throw new Error(`${command} could not be started`);
  return { pid: child.pid, process: child, lastWords: () => words.trim() };
}

export const hasEnded = ({ process: child }: Started): boolean => child.exitCode !== null || child.signalCode !== null;

/** SIGTERM, and SIGKILL to what is still there after `graceSeconds`. Returns when it is gone. */
export async function end(started: Started, graceSeconds = 5): Promise<void> {
  if (hasEnded(started)) return;
  const gone = new Promise<void>((resolve) => started.process.once('exit', () => resolve()));
  started.process.kill('SIGTERM');
  const timer = new AbortController();
  await Promise.race([gone, delay(graceSeconds * 1000, undefined, { signal: timer.signal }).catch(() => {})]);
  timer.abort();
  if (!hasEnded(started)) started.process.kill('SIGKILL');
  await gone;
}

/**
 * Runs a program to its end and gives its standard output.
 * @throws when it does not end with 0, with what it said on standard error.
 */
export async function output(command: string, args: readonly string[]): Promise<string> {
  const started = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  started.process.stdout?.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  const stop = () => void started.process.kill('SIGKILL');
  interrupted.addEventListener('abort', stop);
  const code = await new Promise<number | null>((resolve) => started.process.once('close', resolve));
  interrupted.removeEventListener('abort', stop);
  if (interrupted.aborted) throw new Interrupted('interrupted');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: exit ${code}: ${started.lastWords()}`);
  return text;
}
