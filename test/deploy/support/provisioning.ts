import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { root } from './configs.ts';

const folder = join(root, 'deploy/grafana/provisioning');

export interface DataSource {
  readonly name: string;
  readonly uid: string;
  readonly type: string;
  readonly url: string;
  readonly isDefault: boolean;
  readonly jsonData: { readonly timeInterval: string };
}

export interface DataSourceFile {
  readonly prune: boolean;
  readonly datasources: readonly DataSource[];
}

export interface Provider {
  readonly name: string;
  readonly folderUid: string;
  readonly options: { readonly path: string };
}

export interface ProviderFile {
  readonly providers: readonly Provider[];
}

type Kind = 'datasources' | 'dashboards';

const filesOf = (kind: Kind): readonly unknown[] =>
  readdirSync(join(folder, kind)).map((name) => parse(readFileSync(join(folder, kind, name), 'utf8')) as unknown);

export const dataSourceFiles = filesOf('datasources') as readonly DataSourceFile[];
export const providerFiles = filesOf('dashboards') as readonly ProviderFile[];

const text = { type: 'string', minLength: 1 } as const;
const uid = { type: 'string', pattern: '^[a-zA-Z0-9_-]{1,40}$' } as const;
/** Grafana takes no notice of a field that it does not know, so that a slip of the pen is none here. */
const exactly = (properties: Readonly<Record<string, unknown>>) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

/** What Grafana's documentation of provisioning has, all of it given here on purpose. */
const schemas: Readonly<Record<Kind, object>> = {
  datasources: exactly({
    apiVersion: { const: 1 },
    prune: { const: true },
    datasources: {
      type: 'array',
      minItems: 1,
      items: exactly({
        name: text,
        uid,
        type: { const: 'prometheus' },
        access: { const: 'proxy' },
        orgId: { type: 'integer', minimum: 1 },
        url: { type: 'string', pattern: '^https?://' },
        isDefault: { type: 'boolean' },
        editable: { const: false },
        jsonData: exactly({
          timeInterval: { type: 'string', pattern: '^[0-9]+(ms|s|m|h)$' },
          httpMethod: { const: 'POST' },
        }),
      }),
    },
  }),
  dashboards: exactly({
    apiVersion: { const: 1 },
    providers: {
      type: 'array',
      minItems: 1,
      items: exactly({
        name: text,
        orgId: { type: 'integer', minimum: 1 },
        folder: text,
        folderUid: uid,
        type: { const: 'file' },
        disableDeletion: { type: 'boolean' },
        allowUiUpdates: { const: false },
        updateIntervalSeconds: { type: 'integer', minimum: 1 },
        // Relative to where Grafana was started; `$` would be a variable of the environment.
        options: exactly({
          path: { type: 'string', pattern: '^/[^$]*$' },
          foldersFromFilesStructure: { type: 'boolean' },
        }),
      }),
    },
  }),
};

const ajv = new Ajv({ allErrors: true });

/** What Grafana would not take, or not notice, in a file. */
export function problemsOf(kind: Kind, file: unknown): readonly string[] {
  const isValid = ajv.compile(schemas[kind]);
  if (isValid(file)) return [];
  return (isValid.errors ?? []).map(({ instancePath, message, params }) =>
    `${instancePath} ${message} ${JSON.stringify(params)}`.trim(),
  );
}

export const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);
