import type { ProbeState } from '../../model/engine.ts';
import { absent, denied, malformed, type Reading, timedOut } from '../../model/reading.ts';

/** What came of one request to the Engine. The states are those of the probes. */
export type EngineAnswer =
  | { readonly state: 'ok'; readonly body: string; readonly seconds: number }
  | {
      readonly state: Exclude<ProbeState, 'ok'>;
      readonly detail: string;
      readonly seconds: number;
      /** HTTP status, when there was one. */
      readonly status?: number;
    };

/** The system's and Node's error codes, as what they mean for somebody who asks the Engine. */
const stateOfCode: Readonly<Record<string, Exclude<ProbeState, 'ok'>>> = {
  ENOENT: 'refused', // no socket file
  ECONNREFUSED: 'refused', // nobody listens on it
  ENOTSOCK: 'refused',
  ENOTDIR: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ENOTFOUND: 'refused',
  EACCES: 'denied',
  EPERM: 'denied',
  EAGAIN: 'timeout', // the queue of a listener that accepts nobody is full
  ETIMEDOUT: 'timeout',
  ABORT_ERR: 'timeout',
};

/** The answer that an error of the connection stands for. */
export function answerOfError(error: unknown, seconds: number, what: string): EngineAnswer {
  const { code, message } = error as { code?: string; message?: string };
  const state = stateOfCode[code ?? ''] ?? 'error';
  return {
    state,
    detail: `${what}: ${code === 'ABORT_ERR' ? 'no answer in time' : (message ?? String(error))}`,
    seconds,
  };
}

/** Passes the body of a good answer to a parser, and says what a bad one means for the reading. */
export function readingOf<T>(answer: EngineAnswer, what: string, parse: (body: string) => Reading<T>): Reading<T> {
  if (answer.state === 'ok') {
    const parsed = parse(answer.body);
    return parsed.kind === 'malformed' ? malformed(`${what}: ${parsed.detail}`) : parsed;
  }
  if (answer.status === 404) return absent(answer.detail); // an Engine too old to know the endpoint
  return problemReading(answer);
}

function problemReading(answer: Exclude<EngineAnswer, { state: 'ok' }>): Reading<never> {
  switch (answer.state) {
    case 'timeout':
      return timedOut(answer.detail);
    case 'denied':
      return denied(answer.detail);
    case 'refused': // no Engine listens: it is not on this host as far as can be told
      return absent(answer.detail);
    case 'error':
      return malformed(answer.detail);
  }
}
