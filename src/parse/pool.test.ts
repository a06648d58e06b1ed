import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parsePool } from './pool.ts';

const loop = new Map([
  ['Pool Name', 'docker-254:0-131098-pool'],
  ['Pool Blocksize', '65.54kB'],
  ['Backing Filesystem', 'ext4'],
  ['Data file', '/dev/loop0'],
  ['Data loop file', '/var/lib/docker/devicemapper/devicemapper/data'],
  ['Data Space Used', '246.4MB'],
  ['Data Space Total', '2.147GB'],
  ['Data Space Available', '1.901GB'],
  ['Metadata Space Used', '13.8MB'],
  ['Metadata Space Total', '134.2MB'],
  ['Deferred Deleted Device Count', '3'],
]);

const without = (key: string) => new Map([...loop].filter(([each]) => each !== key));

it('reads the pool of Docker 20.10', () => {
  expect(parsePool(loop)).toEqual(
    ok({
      data: { usedBytes: 246_400_000, sizeBytes: 2_147_000_000 },
      metadata: { usedBytes: 13_800_000, sizeBytes: 134_200_000 },
      deferredDeletedDevices: 3,
    }),
  );
});

it('reads the pool of Docker 0.8, in what it called Mb', () => {
  const old = new Map([
    ['Pool Name', 'docker-202:1-3019790-pool'],
    ['Data file', '/var/lib/docker/devicemapper/devicemapper/data'],
    ['Data Space Used', '291.5 Mb'],
    ['Data Space Total', '102400.0 Mb'],
    ['Metadata Space Used', '1.0 Mb'],
    ['Metadata Space Total', '2048.0 Mb'],
  ]);
  expect(parsePool(old)).toEqual(
    ok({
      data: { usedBytes: 305_659_904, sizeBytes: 107_374_182_400 },
      metadata: { usedBytes: 1_048_576, sizeBytes: 2_147_483_648 },
      deferredDeletedDevices: undefined,
    }),
  );
});

it.each(['Data Space Used', 'Data Space Total', 'Metadata Space Used', 'Metadata Space Total'])(
  'finds a pool without %s malformed, and one where it is no size',
  (key) => {
    const missing = parsePool(without(key));
    expect(missing).toMatchObject({ kind: 'malformed' });
    expect(missing).toHaveProperty(
      'detail',
      expect.stringMatching(`^expected "${key}" in DriverStatus, got "Pool Name`),
    );
    expect(parsePool(new Map([...loop, [key, 'lots']]))).toEqual({
      kind: 'malformed',
      detail: `expected "${key}" in DriverStatus to be a size such as "2.147GB", got "lots"`,
    });
  },
);

it('finds a count that is no number malformed, not absent', () => {
  expect(parsePool(new Map([...loop, ['Deferred Deleted Device Count', 'many']]))).toMatchObject({ kind: 'malformed' });
});

it('finds the status of another driver malformed', () => {
  expect(parsePool(new Map([['Supports d_type', 'true']]))).toMatchObject({ kind: 'malformed' });
  expect(parsePool(new Map())).toMatchObject({ kind: 'malformed' });
});
