import type { ContainerState } from '../model/engine.ts';
import { andThen, ok, type Reading } from '../model/reading.ts';
import { containerStateOf } from './container-state.ts';
import { booleanAt, brief, type JsonObject, objectAt, parseObject, stringAt } from './engine-json.ts';
import { unexpected } from './text.ts';

/** Go's time of nothing: what `StartedAt` says of a container that was never started. */
const neverStarted = '0001-01-01T00:00:00';

/** What is used of an inspect. */
export interface ContainerInspect {
  readonly state: ContainerState | 'other';
  /** What is mounted as its root, with the key of `RootFilesystem`; undefined where the Engine does not tell it. */
  readonly rootKey: string | undefined;
}

/** In `GraphDriver.Data`: of devicemapper, of the overlay drivers, of zfs. aufs and btrfs tell nothing of use. */
const rootKeys = ['DeviceName', 'UpperDir', 'Dataset'] as const;

/**
 * Parses the answer to `GET /containers/ID/json` (Engine API, ContainerInspect) to the container's state and
 * its root file system.
 *
 * It is `State.Status`; Engines before API 1.21 (Docker 1.9) send truth values alone, of which each kind is
 * missing before its time. A `Ghost` of Docker 0.x is `Running` as well, and so it is `running`, as in the list.
 *
 * @example `{"Id":"6083…","State":{"Status":"running","Running":true,"StartedAt":"2026-11-22T12:40:28.65990623Z"}}`
 * @example `{"State":{"Status":"exited"},"GraphDriver":{"Name":"devicemapper","Data":{"DeviceName":"docker-254:0-131098-44ea…"}}}`
 * @example `{"ID":"718e…","State":{"Running":true,"Pid":32101,"StartedAt":"2014-02-13T09:51:46Z","Ghost":true}}`
 */
export function parseContainerInspect(body: string): Reading<ContainerInspect> {
  return andThen(parseObject(body), (container) => {
    const said = objectAt(container, 'State');
    if (said === undefined) return unexpected('a container with an object "State"', body);
    const state = stateOf(said);
    return state === undefined
      ? unexpected(
          'a "State" with "Status" or a truth value "Running"',
          `Status ${brief(said['Status'])}, Running ${brief(said['Running'])}`,
        )
      : ok({ state, rootKey: rootKeyOf(container) });
  });
}

function rootKeyOf(container: JsonObject): string | undefined {
  const driver = objectAt(container, 'GraphDriver');
  const data = driver && objectAt(driver, 'Data');
  if (data === undefined) return undefined;
  return rootKeys.map((key) => stringAt(data, key)).find((key) => key !== undefined);
}

function stateOf(said: JsonObject): ContainerState | 'other' | undefined {
  const status = stringAt(said, 'Status');
  return status === undefined ? stateOfFlags(said) : containerStateOf(status, undefined);
}

/** In the order in which an Engine that has a `Status` makes it of the same truth values. */
function stateOfFlags(said: JsonObject): ContainerState | undefined {
  const running = booleanAt(said, 'Running');
  if (running === undefined) return undefined;
  if (running && said['Paused'] === true) return 'paused';
  if (said['Restarting'] === true) return 'restarting';
  if (running) return 'running';
  if (said['RemovalInProgress'] === true) return 'removing';
  if (said['Dead'] === true) return 'dead';
  return wasStarted(said['StartedAt']) ? 'exited' : 'created';
}

const wasStarted = (at: unknown): boolean => at !== '' && !(typeof at === 'string' && at.startsWith(neverStarted));
