import { andThen, ok, type Reading } from '../model/reading.ts';
import { objectsAt, parseObject } from './engine-json.ts';
import { unexpected } from './text.ts';

/**
 * Parses the answer to `GET /volumes` (Engine API, VolumeList), with or without a filter: how many. Engines
 * write an empty list as `null` or `[]`.
 *
 * @example `{"Volumes":[{"Name":"data","Driver":"local"}],"Warnings":null}`
 */
export function parseVolumes(body: string): Reading<{ all: number }> {
  return andThen(parseObject(body), (answer) => {
    const volumes = objectsAt(answer, 'Volumes');
    return volumes === undefined ? unexpected('an object with a list "Volumes"', body) : ok({ all: volumes.length });
  });
}
