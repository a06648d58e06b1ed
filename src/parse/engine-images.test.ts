import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseImages } from './engine-images.ts';

it.each([
  ['a tag', { RepoTags: ['bb:1'], RepoDigests: null }, 1],
  ['two tags', { RepoTags: ['bb:1', 'bb:latest'] }, 1],
  ['a tag of a registry with a port', { RepoTags: ['localhost:5000/bb:1'] }, 1],
  ['no tags', { RepoTags: [], RepoDigests: [] }, 0],
  ['null for tags', { RepoTags: null }, 0],
  ['nothing on tags', {}, 0],
  ['the mark of Engines before 23.0', { RepoTags: ['<none>:<none>'], RepoDigests: ['<none>@<none>'] }, 0],
  ['a digest alone', { RepoTags: null, RepoDigests: ['bb@sha256:940d'] }, 0],
])('tells an image with %s', (_, image, tagged) => {
  expect(parseImages(JSON.stringify([{ Id: 'sha256:940d', ...image }]))).toEqual(ok({ tagged, dangling: 1 - tagged }));
});

it.each(['[]', 'null'])('takes %s for no images', (body) => {
  expect(parseImages(body)).toEqual(ok({ tagged: 0, dangling: 0 }));
});

it.each(['{}', '["sha256:940d"]', '[{"RepoTags":'])('finds %s malformed', (body) => {
  expect(parseImages(body)).toMatchObject({ kind: 'malformed' });
});
