import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseVolumes } from './engine-volumes.ts';

it.each([
  ['{"Volumes":[{"Name":"data","Driver":"local"},{"Name":"old","Driver":"local"}],"Warnings":null}', 2],
  ['{"Volumes":[],"Warnings":null}', 0],
  ['{"Volumes":null,"Warnings":null}', 0],
])('counts %s', (body, all) => {
  expect(parseVolumes(body)).toEqual(ok({ all }));
});

it.each(['{}', '[]', '{"Volumes":3}', '{"Volumes":["data"]}', '{"message":"page not found"}'])(
  'finds %s malformed, not empty',
  (body) => {
    expect(parseVolumes(body)).toMatchObject({ kind: 'malformed' });
  },
);
