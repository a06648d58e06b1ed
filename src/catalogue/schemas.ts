import fs from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import type { AdvisoryFile, LifeTable, NotEncoded } from '../model/advisory.ts';

/** The schemas by the name of their file in `advisories/schema/`. */
export interface Schemas {
  readonly advisory: ValidateFunction<AdvisoryFile>;
  readonly 'life-table': ValidateFunction<LifeTable>;
  readonly 'not-encoded': ValidateFunction<readonly NotEncoded[]>;
}

/** The same from `src/catalogue/` and from `dist/catalogue/`. */
const folder = new URL('../../advisories/schema/', import.meta.url);

let compiled: Schemas | undefined;

/** The schemas that editors use, too: read and compiled once. */
export function loadSchemas(): Schemas {
  compiled ??= compiledSchemas();
  return compiled;
}

function compiledSchemas(): Schemas {
  // Strict, but for what an either-or requires: its keys are declared beside it, not in it.
  const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true, verbose: true, messages: false });
  const compile = <T>(name: keyof Schemas) =>
    ajv.compile<T>(JSON.parse(fs.readFileSync(new URL(`${name}.json`, folder), 'utf8')) as object);
  return {
    advisory: compile<AdvisoryFile>('advisory'),
    'life-table': compile<LifeTable>('life-table'),
    'not-encoded': compile<readonly NotEncoded[]>('not-encoded'),
  };
}
