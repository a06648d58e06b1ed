import { describe, expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseContainerList } from './engine-containers.ts';

const id = '6083aa84e17c52618e86433ecc18ea402515fe73c2fb2d06842cfb0ca95649c5';
const container = {
  Id: id,
  Names: ['/zom'],
  Image: 'bb:1',
  Command: "/bin/sh -c 'for i in 1 2 3 4 5 6 7; do (sleep 0.2 &) ; sleep 0.3 & done; exec sleep 10000'",
  Created: 1795351224,
  State: 'running',
  Status: 'Up About a minute',
};

it('reads the list of Docker 20.10', () => {
  const list = [
    container,
    { ...container, Id: 'b', Names: ['/c6'], State: 'exited', Status: 'Exited (137) 2 hours ago' },
  ];
  expect(parseContainerList(JSON.stringify(list))).toEqual(
    ok([
      { id, name: 'zom', state: 'running', created: 1795351224 },
      { id: 'b', name: 'c6', state: 'exited', created: 1795351224 },
    ]),
  );
});

it('reads the list of Docker 0.8, with a ghost', () => {
  const body =
    '[{"Id":"718e","Created":1392311926,"Image":"ci:latest","Names":["/job_7"],"Ports":[],"Status":"Ghost"}]';
  expect(parseContainerList(body)).toEqual(ok([{ id: '718e', name: 'job_7', state: 'running', created: 1392311926 }]));
});

it.each(['[]', 'null'])('takes %s for no containers', (body) => {
  expect(parseContainerList(body)).toEqual(ok([]));
});

describe('name', () => {
  it.each([
    ['its own, not that of a link', ['/web/db', '/database', '/app/db'], 'database'],
    ['without a slash in front', ['database'], 'database'],
    ['none when there are links alone', ['/web/db'], ''],
    ['none of an empty list', [], ''],
    ['none of null', null, ''],
    ['none of odd values', [7, null, '', '/'], ''],
  ])('is %s', (_, names, name) => {
    expect(parseContainerList(JSON.stringify([{ ...container, Names: names }]))).toMatchObject({ value: [{ name }] });
  });
});

it.each([
  ['without an id', { ...container, Id: undefined }, 'Id undefined, Created 1795351224'],
  ['with an empty id', { ...container, Id: '' }, 'Id , Created 1795351224'],
  ['with a date for a time', { ...container, Id: 'a', Created: '2014-02-13' }, 'Id a, Created 2014-02-13'],
  ['without a time', { ...container, Id: 'a', Created: null }, 'Id a, Created null'],
  ['with an object for an id', { ...container, Id: { a: 1 } }, 'Id {…}, Created 1795351224'],
])('finds a list malformed that has a container %s', (_, odd, got) => {
  expect(parseContainerList(JSON.stringify([container, odd]))).toEqual({
    kind: 'malformed',
    detail: `expected a container with "Id" and "Created", got "${got}"`,
  });
});

it.each(['{}', '[1]', '[null]', '{"message":"server error"}', '[{"Id":"a"'])('finds %s malformed', (body) => {
  expect(parseContainerList(body)).toMatchObject({ kind: 'malformed' });
});
