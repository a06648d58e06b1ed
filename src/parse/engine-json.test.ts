import { describe, expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import {
  arrayAt,
  booleanAt,
  numberAt,
  objectAt,
  objectsAt,
  parseObject,
  parseObjects,
  stringAt,
} from './engine-json.ts';

describe('parseObject', () => {
  it('takes an object alone', () => {
    expect(parseObject('{"a":1}')).toEqual(ok({ a: 1 }));
    expect(parseObject('[]')).toEqual({ kind: 'malformed', detail: 'expected a JSON object, got "[]"' });
    expect(parseObject('null')).toMatchObject({ kind: 'malformed' });
  });

  it('quotes the body that is no JSON', () => {
    expect(parseObject('<html>')).toEqual({ kind: 'malformed', detail: 'expected JSON, got "<html>"' });
  });
});

describe('parseObjects', () => {
  it('takes a list of objects, and null for an empty one', () => {
    expect(parseObjects('[{"a":1}]')).toEqual(ok([{ a: 1 }]));
    expect(parseObjects('null')).toEqual(ok([]));
    expect(parseObjects('[[]]')).toMatchObject({ kind: 'malformed' });
    expect(parseObjects('{}')).toMatchObject({ kind: 'malformed' });
  });
});

describe('fields', () => {
  const object = {
    text: 'a',
    empty: '',
    number: 0,
    no: false,
    nothing: null,
    list: [1],
    objects: [{}],
    object: { a: 1 },
  };

  it.each([
    ['stringAt', stringAt, { text: 'a' }],
    ['numberAt', numberAt, { number: 0 }],
    ['booleanAt', booleanAt, { no: false }],
    ['arrayAt', arrayAt, { list: [1], objects: [{}] }],
    ['objectAt', objectAt, { object: { a: 1 } }],
    ['objectsAt', objectsAt, { objects: [{}], nothing: [] }],
  ])('%s takes values of its type alone', (_, at, taken: Record<string, unknown>) => {
    for (const key of [...Object.keys(object), 'missing', 'toString']) {
      expect([key, at(object, key)]).toEqual([key, Object.hasOwn(taken, key) ? taken[key] : undefined]);
    }
  });
});
