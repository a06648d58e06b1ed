import type { Log } from '../../model/log.ts';
import { type Reading, timedOut } from '../../model/reading.ts';
import type { StuckReading } from '../../model/snapshot.ts';
import type { Deadline } from '../deadline.ts';
import type { HostRequest } from './context.ts';
import type { HostRoots } from './host-files.ts';
import type { HostAnswer } from './messages.ts';
import { ReadingThread } from './reading-thread.ts';
import { type HostReadings, type ReadingKey, readingKeys, readings } from './readings.ts';
import { StuckReadings } from './stuck-readings.ts';

/** A call that has not moved for this long is taken for stuck, sooner if the deadline is near. */
const stuckAfterSeconds = 1;
const watchMilliseconds = 50;

export interface HostAnswers {
  readonly readings: HostReadings;
  /** Seconds that the readings of each collector took. */
  readonly durations: ReadonlyMap<string, number>;
}

interface Pass {
  readonly id: number;
  readonly request: Omit<HostRequest, 'id' | 'skip' | 'wanted'>;
  readonly answers: Map<ReadingKey, { reading: unknown; seconds: number }>;
  readonly finish: () => void;
}

/**
 * Asks the reading thread for everything about this host and waits for it, but not for ever: a thread
 * that hangs in the kernel is left behind, a fresh one goes on without the file that did it.
 */
export class HostReader {
  readonly #roots: HostRoots;
  readonly #log: Log;
  readonly #stuck: StuckReadings;
  #thread: ReadingThread | undefined;
  #pass: Pass | undefined;
  #nextId = 1;

  constructor(roots: HostRoots, log: Log) {
    this.#roots = roots;
    this.#log = log;
    this.#stuck = new StuckReadings(log);
    this.#thread = new ReadingThread(roots); // now, so that the first scrape finds it warm
  }

  get stuck(): readonly StuckReading[] {
    return this.#stuck.list;
  }

  async read(request: Pass['request'], deadline: Deadline): Promise<HostAnswers> {
    let finish = (): void => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const pass: Pass = { id: 0, request, answers: new Map(), finish };
    this.#pass = this.#start(pass);
    const patience = Math.min(stuckAfterSeconds, deadline.remaining / 3);
    const watch = setInterval(() => this.#watch(patience), watchMilliseconds);
    await deadline.within(finished);
    clearInterval(watch);
    const looking = this.#thread?.observe().path ?? '';
    this.#thread?.release();
    this.#pass = undefined;
    return collect(pass, looking);
  }

  /** Ends the reading thread. Threads that hang in the kernel stay: nothing can end them. */
  async close(): Promise<void> {
    await this.#thread?.end();
    this.#thread = undefined;
  }

  /** Sends what has not been answered yet to the thread, or to a new one. */
  #start(pass: Pass): Pass {
    const current = { ...pass, id: this.#nextId++ };
    if (this.#stuck.isFull) {
      pass.finish();
      return current;
    }
    this.#thread ??= new ReadingThread(this.#roots);
    this.#thread.onAnswer = (answer) => this.#receive(answer);
    this.#thread.onFailure = (error) => this.#fail(error);
    const wanted = readingKeys.filter((key) => !pass.answers.has(key));
    this.#thread.ask({ ...pass.request, id: current.id, skip: this.#stuck.skip, wanted });
    return current;
  }

  #receive(answer: HostAnswer): void {
    const pass = this.#pass;
    if (pass === undefined || answer.id !== pass.id) return;
    if ('done' in answer) pass.finish();
    else pass.answers.set(answer.key, { reading: answer.reading, seconds: answer.seconds });
  }

  #fail(error: Error): void {
    this.#log.error({ error: error.message }, 'the reading thread failed');
    this.#thread = undefined;
    this.#pass?.finish();
  }

  #watch(patience: number): void {
    const thread = this.#thread;
    if (thread === undefined || this.#pass === undefined) return;
    const { path, idleSeconds } = thread.observe();
    if (path === '' || idleSeconds < patience) return;
    this.#thread = undefined;
    this.#stuck.add(thread, path);
    this.#pass = this.#start(this.#pass);
  }
}

function collect(pass: Pass, looking: string): HostAnswers {
  const durations = new Map<string, number>();
  const entries = readingKeys.map((key): [ReadingKey, Reading<unknown>] => {
    const answer = pass.answers.get(key);
    const { collector } = readings[key];
    durations.set(collector, (durations.get(collector) ?? 0) + (answer?.seconds ?? 0));
    const late = timedOut(`no answer in time${looking === '' ? '' : `, still at ${looking}`}`);
    return [key, (answer?.reading as Reading<unknown> | undefined) ?? late];
  });
  return { readings: Object.fromEntries(entries) as unknown as HostReadings, durations };
}
