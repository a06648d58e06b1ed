import { describe, expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseDiskUsage } from './engine-disk-usage.ts';

const nothing = { LayersSize: 0, Images: [], Containers: [], Volumes: [], BuildCache: null, BuilderSize: 0 };
const parse = (usage: object) => parseDiskUsage(JSON.stringify({ ...nothing, ...usage }));

it('reads the answer of Docker 20.10 with one image in use', () => {
  const usage = {
    LayersSize: 1982256,
    Images: [{ Containers: 4, SharedSize: 0, Size: 1982256 }],
    Containers: [{ State: 'running', SizeRootFs: 1982256 }],
  };
  expect(parse(usage)).toEqual(ok({ images: 0, containers: 0, volumes: 0, build_cache: 0 }));
});

it.each([
  ['an image that no container uses', [{ Containers: 0, SharedSize: 20, Size: 50 }], 100],
  ['one in use', [{ Containers: 1, SharedSize: 20, Size: 50 }], 70],
  ['one that may be in use', [{ Containers: -1, SharedSize: 20, Size: 50 }], 70],
  ['one in use of unknown size', [{ Containers: 1, SharedSize: -1, Size: 50 }], 100],
  ['images in use that claim more than there is', [{ Containers: 1, SharedSize: 0, Size: 150 }], 0],
])('takes for reclaimable, with %s, what docker system df does', (_, Images, images) => {
  expect(parse({ LayersSize: 100, Images })).toMatchObject({ value: { images } });
});

it('adds up the writable layers of containers that do not run', () => {
  const Containers = ['created', 'exited', 'dead', 'removing', 'running', 'paused', 'restarting'].map((State, at) => ({
    State,
    SizeRw: 10 ** at,
  }));
  expect(parse({ Containers: [...Containers, { State: 'exited' }] })).toMatchObject({ value: { containers: 1111 } });
});

it('adds up the volumes that nobody refers to', () => {
  const Volumes = [
    { UsageData: { RefCount: 0, Size: 1 } },
    { UsageData: { RefCount: 1, Size: 10 } },
    { UsageData: { RefCount: -1, Size: 100 } },
    { UsageData: { RefCount: 0, Size: -1 } },
    { UsageData: null },
  ];
  expect(parse({ Volumes })).toMatchObject({ value: { volumes: 1 } });
});

it('adds up the build cache neither in use nor shared', () => {
  const BuildCache = [
    { InUse: false, Shared: false, Size: 1 },
    { InUse: true, Shared: false, Size: 10 },
    { InUse: false, Shared: true, Size: 100 },
  ];
  expect(parse({ BuildCache })).toMatchObject({ value: { build_cache: 1 } });
});

it('takes the size of the whole cache where there is no list of it', () => {
  expect(parse({ BuildCache: undefined, BuilderSize: 77 })).toMatchObject({ value: { build_cache: 77 } });
  expect(parse({ BuildCache: undefined, BuilderSize: undefined })).toMatchObject({ value: { build_cache: 0 } });
});

describe('API 1.52', () => {
  it('takes the sums of the Engine, of which it leaves out those that are 0', () => {
    const usage = {
      ImageUsage: { ActiveCount: 1, TotalCount: 2, Reclaimable: 30, TotalSize: 100 },
      ContainerUsage: { TotalCount: 1 },
      VolumeUsage: { TotalCount: 1, Reclaimable: 5 },
      BuildCacheUsage: { Reclaimable: 7 },
    };
    const sums = ok({ images: 30, containers: 0, volumes: 5, build_cache: 7 });
    expect(parseDiskUsage(JSON.stringify(usage))).toEqual(sums);
    expect(parse({ ...usage, LayersSize: 999, Images: [{ Containers: 0, Size: 999 }] })).toEqual(sums);
  });
});

it.each([
  ['{}', '{}'],
  ['an error', '{"message":"a disk usage operation is already running"}'],
  ['no volumes', '{"LayersSize":0,"Images":[],"Containers":[]}'],
  ['a list of numbers', '{"LayersSize":0,"Images":[1],"Containers":[],"Volumes":[]}'],
])('finds %s malformed', (_, body) => {
  expect(parseDiskUsage(body)).toMatchObject({ kind: 'malformed' });
});
