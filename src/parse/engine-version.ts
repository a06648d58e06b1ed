import type { EngineVersion } from '../model/engine.ts';
import { andThen, ok, type Reading } from '../model/reading.ts';
import { type JsonObject, objectsAt, parseObject, stringAt } from './engine-json.ts';

/** What dockerd writes when it could not ask a component for its version. */
const unknownVersions = new Set(['N/A', '<unknown>']);

/**
 * Parses the answer to `GET /version` (Engine API, SystemVersion). `Components`, which has containerd and
 * runc, came with 18.03. Versions are passed on as written, `v` in front or distribution's mark behind included.
 *
 * @example `{"Components":[{"Name":"containerd","Version":"1.6.20~ds1"}],"Version":"20.10.24+dfsg1","ApiVersion":"1.41"}`
 */
export function parseEngineVersion(body: string): Reading<EngineVersion> {
  return andThen(parseObject(body), (answer) => {
    const components = objectsAt(answer, 'Components') ?? [];
    return ok({
      version: stringAt(answer, 'Version'),
      apiVersion: stringAt(answer, 'ApiVersion'),
      containerdVersion: componentVersion(components, 'containerd'),
      runcVersion: componentVersion(components, 'runc'),
    });
  });
}

function componentVersion(components: readonly JsonObject[], name: string): string | undefined {
  const component = components.find((each) => stringAt(each, 'Name') === name);
  const version = component === undefined ? undefined : stringAt(component, 'Version');
  return version === undefined || unknownVersions.has(version) ? undefined : version;
}
