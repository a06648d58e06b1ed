import { type ContainerState, containerStates } from '../model/engine.ts';

/** How `Status` begins in each state, in the words of every Engine since 0.7. */
const statusStarts: readonly (readonly [start: string, state: ContainerState])[] = [
  ['Up ', 'running'],
  ['Ghost', 'running'],
  ['Exited', 'exited'],
  ['Exit ', 'exited'],
  ['Restarting', 'restarting'],
  ['Removal In Progress', 'removing'],
  ['Created', 'created'],
  ['Dead', 'dead'],
];

/**
 * The state of a listed container: from `State`, or for an Engine without it (API before 1.23, Docker 1.11)
 * from `Status`, the text for people.
 *
 * A `Ghost` of Docker 0.x is `running`: the Engine lists it among the running ones, it only knows that it
 * lost sight of it. An empty `Status` is a container never started, before 1.8 had `Created` for it.
 *
 * @example `running`; `Up 3 hours`, `Up 3 hours (Paused)`, `Exited (0) 2 days ago`, `Exit 0`
 */
export function containerStateOf(state: unknown, status: unknown): ContainerState | 'other' {
  if (typeof state === 'string' && state !== '') {
    return containerStates.find((each) => each === state) ?? 'other';
  }
  if (typeof status !== 'string') return 'other';
  if (status === '') return 'created';
  if (status.startsWith('Up ') && status.endsWith('(Paused)')) return 'paused';
  return statusStarts.find(([start]) => status.startsWith(start))?.[1] ?? 'other';
}
