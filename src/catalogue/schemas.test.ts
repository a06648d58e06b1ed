import fs from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { advisorySeverities, confidences, lifeComponents, verdicts } from '../model/advisory.ts';
import { loadSchemas } from './schemas.ts';

const folder = new URL('../../advisories/schema/', import.meta.url);
const names = fs.readdirSync(folder);

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions: Readonly<Record<string, Schema>>;
  readonly enum?: readonly string[];
  readonly type?: string;
  readonly title?: string;
}

const schemaOf = (name: string) => JSON.parse(fs.readFileSync(new URL(name, folder), 'utf8')) as Schema;

it.each(names)('%s is strict', (name) => {
  expect(() =>
    new Ajv({ strict: true, strictRequired: false, validateSchema: true }).compile(schemaOf(name)),
  ).not.toThrow();
});

it('each schema has its use', () => {
  expect(
    Object.keys(loadSchemas())
      .map((name) => `${name}.json`)
      .sort(),
  ).toEqual([...names].sort());
});

it('each schema says what it expects wherever a value can be wrong', () => {
  const untold = (schema: Schema, path: string): readonly string[] => [
    ...(schema.type !== undefined && schema.title === undefined ? [path] : []),
    ...Object.entries({ ...schema.properties, ...schema.definitions }).flatMap(([key, part]) =>
      untold(part, `${path}/${key}`),
    ),
  ];
  expect(names.flatMap((name) => untold(schemaOf(name), name))).toEqual([]);
});

it('the words of the schema are those of the model', () => {
  const { properties, definitions } = schemaOf('advisory.json');
  expect(properties?.['severity']?.enum).toEqual(advisorySeverities);
  expect(properties?.['confidence']?.enum).toEqual(confidences);
  expect(definitions['vector']?.properties?.['verdict']?.enum).toEqual(verdicts);
  expect(definitions['condition']?.properties?.['end_of_life']?.enum).toEqual(lifeComponents);
  expect(schemaOf('life-table.json').properties?.['component']?.enum).toEqual(lifeComponents);
});
