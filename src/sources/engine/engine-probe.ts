import type { Probe, ProbeResult } from '../../model/engine.ts';
import type { Deadline } from '../deadline.ts';
import type { EngineAnswer } from './answer.ts';
import type { EngineClient, GetOptions } from './client.ts';
import { HeldCall, longestCallSeconds } from './held-call.ts';

type Question = { readonly path: string } & Omit<GetOptions, 'timeoutSeconds'>;

/**
 * What each probe asks. `/_ping` only shows that the listener lives; one container's list entry needs
 * the daemon's state; `/info` asks containerd, too, and hangs with it.
 */
const questions: Readonly<Record<Probe, Question>> = {
  ping: { path: '/_ping', maxBytes: 4096 },
  list: { path: '/containers/json', query: { limit: '1' }, maxBytes: 1024 * 1024 },
  info: { path: '/info', maxBytes: 4 * 1024 * 1024 },
};

/** One probe of the Engine API, with the time of its last good answer. */
export class EngineProbe {
  readonly #call: HeldCall;
  readonly #probe: Probe;
  #lastAnswer: number | undefined;

  constructor(client: EngineClient, probe: Probe) {
    this.#probe = probe;
    const { path, ...options } = questions[probe];
    this.#call = new HeldCall(() => client.get(path, { ...options, timeoutSeconds: longestCallSeconds }));
  }

  async ask(timeoutSeconds: number, deadline: Deadline): Promise<{ answer: EngineAnswer; result: ProbeResult }> {
    const answer = tolerant(await this.#call.answer(timeoutSeconds, deadline), this.#probe);
    if (answer.state === 'ok') this.#lastAnswer = Date.now() / 1000;
    return { answer, result: this.#resultOf(answer) };
  }

  #resultOf(answer: EngineAnswer): ProbeResult {
    return {
      state: answer.state,
      durationSeconds: answer.seconds,
      lastAnswer: this.#lastAnswer,
      detail: answer.state === 'ok' ? undefined : answer.detail,
    };
  }
}

/** An Engine before API 1.11 does not know `/_ping`, but it has answered. */
function tolerant(answer: EngineAnswer, probe: Probe): EngineAnswer {
  const isOldEngine = probe === 'ping' && answer.state === 'error' && answer.status === 404;
  return isOldEngine ? { state: 'ok', body: '', seconds: answer.seconds } : answer;
}
