import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseEngineInfo } from './engine-info.ts';

const today = {
  Driver: 'devicemapper',
  DriverStatus: [
    ['Pool Name', 'docker-254:0-131098-pool'],
    ['Backing Filesystem', 'ext4'],
    ['Data file', '/dev/loop0'],
    ['Data loop file', '/var/lib/docker/devicemapper/devicemapper/data'],
    ['Data Space Used', '246.4MB'],
    ['Data Space Total', '2.147GB'],
    ['Metadata Space Used', '13.8MB'],
    ['Metadata Space Total', '134.2MB'],
    ['Deferred Deleted Device Count', '3'],
  ],
  NGoroutines: 56,
  CgroupDriver: 'cgroupfs',
  CgroupVersion: '2',
  SwapLimit: true,
  OperatingSystem: 'Debian GNU/Linux 12 (bookworm)',
  DockerRootDir: '/var/lib/docker',
  ServerVersion: '20.10.24+dfsg1',
  LiveRestoreEnabled: false,
};

it('reads the answer of Docker 20.10', () => {
  expect(parseEngineInfo(JSON.stringify(today))).toEqual(
    ok({
      serverVersion: '20.10.24+dfsg1',
      driver: 'devicemapper',
      driverStatus: new Map(today.DriverStatus as [string, string][]),
      storage: { backingFilesystem: 'ext4', supportsDType: undefined, loopback: true },
      pool: ok({
        data: { usedBytes: 246_400_000, sizeBytes: 2_147_000_000 },
        metadata: { usedBytes: 13_800_000, sizeBytes: 134_200_000 },
        deferredDeletedDevices: 3,
      }),
      cgroupDriver: 'cgroupfs',
      cgroupVersion: '2',
      swapLimit: true,
      liveRestore: false,
      goroutines: 56,
      dataRoot: '/var/lib/docker',
      operatingSystem: 'Debian GNU/Linux 12 (bookworm)',
    }),
  );
});

it('leaves undefined what Docker 0.8 does not send', () => {
  const old = { Driver: 'aufs', DriverStatus: [['Dirs', '12']], NFd: 22, NGoroutines: 31, MemoryLimit: 1 };
  expect(parseEngineInfo(JSON.stringify(old))).toMatchObject({
    kind: 'ok',
    value: {
      ...{ driver: 'aufs', goroutines: 31, serverVersion: undefined, liveRestore: undefined, dataRoot: undefined },
      swapLimit: undefined,
      pool: { kind: 'absent' },
    },
  });
});

it('does not take a value of another type, or an empty text, for an answer', () => {
  const odd = {
    ServerVersion: '',
    Driver: 7,
    NGoroutines: '31',
    LiveRestoreEnabled: 1,
    DriverStatus: [['a'], 'b', null, ['c', 'd']],
  };
  expect(parseEngineInfo(JSON.stringify(odd))).toMatchObject({
    kind: 'ok',
    value: {
      ...{ serverVersion: undefined, driver: undefined, goroutines: undefined, liveRestore: undefined },
      driverStatus: new Map([['c', 'd']]),
    },
  });
});

it.each([
  [true, true],
  [false, false],
  [1, true], // Docker 0.8
  [0, false],
  [2, undefined],
  ['true', undefined],
  [null, undefined],
])('takes SwapLimit %j for %j', (SwapLimit, swapLimit) => {
  expect(parseEngineInfo(JSON.stringify({ SwapLimit }))).toMatchObject({ kind: 'ok', value: { swapLimit } });
});

it('keeps a broken pool apart from the rest of the answer', () => {
  const broken = { ...today, DriverStatus: [['Data Space Used', 'lots']] };
  expect(parseEngineInfo(JSON.stringify(broken))).toMatchObject({
    kind: 'ok',
    value: { goroutines: 56, pool: { kind: 'malformed' } },
  });
});

it.each(['null', '[]', '"info"', '{"Driver":"aufs"', '<html>502 Bad Gateway</html>'])('finds %j malformed', (body) => {
  expect(parseEngineInfo(body)).toMatchObject({ kind: 'malformed' });
});
