import { vi } from 'vitest';
import { Deadline } from '../../src/sources/deadline.ts';
import { ContainerInspector } from '../../src/sources/engine/container-inspector.ts';
import type { EngineAnswers } from './engine-answers.ts';
import { freshSeconds } from './engine-list.ts';
import { clientOf, testEngine } from './test-engine.ts';

/** On a clock that is moved by `vi.advanceTimersByTime`. */
export const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

/** The id of the container with a number. */
export const id = (number: number): string => number.toString(16).padStart(64, '0');
export const ids = (count: number, first = 0): string[] =>
  Array.from({ length: count }, (_, index) => id(first + index));
export const pathOf = (number: number): string => `/containers/${id(number)}/json`;
export const paths = (count: number, first = 0): string[] =>
  Array.from({ length: count }, (_, index) => pathOf(first + index));

export const stateOf = (Status: string) => ({ State: { Status, Running: Status === 'running' } });
export const running = stateOf('running');
const answers = { ping: 'OK', inspect: Object.fromEntries(ids(100).map((each) => [each, running])) };

export async function settle(inspector: ContainerInspector, seconds = 20): Promise<void> {
  const deadline = new Deadline(seconds);
  await inspector.settled(deadline);
  deadline.clear();
}

/** Somebody who inspects containers 0 to 99 of an Engine, all of which run. */
export async function inspectorOf(source: EngineAnswers = answers) {
  const engine = await testEngine(source);
  const inspector = new ContainerInspector(clientOf(engine), freshSeconds);
  const ask = async (...numbers: number[]) => {
    inspector.ask(numbers.map(id));
    await settle(inspector);
  };
  const asked = () => engine.requests.map(({ method, url }) => `${method} ${url}`);
  return { engine, inspector, ask, asked };
}
