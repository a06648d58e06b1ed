import { describe, expect, it } from 'vitest';
import { healthyHost, now, runningDaemon } from '../../test/support/healthy.ts';
import { answering, factsOf } from '../../test/support/host-facts.ts';
import type { Daemon } from '../model/daemons.ts';
import type { EngineView } from '../model/engine.ts';
import type { HostView } from '../model/host.ts';
import { absent, denied, malformed, ok, type Reading, timedOut } from '../model/reading.ts';

describe('what is loaded', () => {
  const dockerdThat = (process: Daemon['process']): Partial<HostView> => ({
    filesystems: ok(['ext4', 'overlay']),
    daemons: { ...healthyHost.daemons, dockerd: { ...healthyHost.daemons.dockerd, process } },
  });

  it('is all that dockerd uses while it runs', () => {
    expect(factsOf(dockerdThat(runningDaemon().process)).filesystems).toEqual(ok(['ext4', 'overlay']));
  });

  it.each([absent('no dockerd'), timedOut('late'), denied('EACCES'), malformed('rubbish')])(
    'is no fact while none is seen: $kind',
    (process) => {
      expect(factsOf(dockerdThat(process)).filesystems).toEqual(
        absent('no dockerd runs, so that not all that it uses need be loaded'),
      );
    },
  );

  it('is not known for its own reason where it could not be read', () => {
    const host = { ...dockerdThat(absent('no dockerd')), filesystems: denied('EACCES') };
    expect(factsOf(host).filesystems).toEqual(denied('EACCES'));
  });
});

describe('a fact of the kernel that was read before', () => {
  const good: Partial<HostView> = {
    kernel: ok({ release: '3.13.0-72-generic', version: '#115-Ubuntu SMP' }),
    distribution: ok('ubuntu 14.04'),
    aufs: ok('3.13-20140303'),
    kernelStat: ok({ bootTime: 1, cpus: 4 }),
    kernelCommandLine: ok('ro quiet'),
    filesystems: ok(['ext4', 'aufs']),
    sysctls: ok(
      new Map([
        ['fs.x', ok('1')],
        ['fs.y', ok('2')],
      ]),
    ),
  };
  const silent: EngineView = { ...answering, info: timedOut('late') };
  const keys = [
    'kernelRelease',
    'kernelVersion',
    'distribution',
    'aufsVersion',
    'filesystems',
    'cpus',
    'kernelCommandLine',
  ] as const;
  const all = (reading: Reading<never>): Partial<HostView> => ({
    kernel: reading,
    distribution: reading,
    aufs: reading,
    kernelStat: reading,
    kernelCommandLine: reading,
    filesystems: reading,
    sysctls: reading,
  });
  const before = factsOf(good, silent);
  const readNext = (host: Partial<HostView>, past = before) => factsOf(host, silent, now, past);

  it.each([denied('EACCES'), malformed('rubbish'), timedOut('late')])('stays what it is: $kind', (failure) => {
    const facts = readNext(all(failure));
    for (const key of keys) expect([key, facts[key]]).toEqual([key, before[key]]);
    expect(facts.sysctls).toEqual(before.sysctls);
    expect(readNext(all(failure), facts)).toEqual(before);
  });

  it('is gone when it is not there any more', () => {
    const facts = readNext(all(absent('ENOENT')));
    for (const key of keys) expect([key, facts[key]]).toEqual([key, absent('ENOENT')]);
    expect(facts.sysctls.size).toBe(0);
    const still = readNext(all(denied('EACCES')), facts);
    for (const key of keys) expect([key, still[key]]).toEqual([key, denied('EACCES')]);
  });

  it('is another one as soon as another one is read', () => {
    const other: Partial<HostView> = {
      kernel: ok({ release: '4.4.0-22-generic', version: '#39-Ubuntu' }),
      distribution: ok('ubuntu 16.04'),
      aufs: ok('4.4-20160118'),
      kernelStat: ok({ bootTime: 1, cpus: 8 }),
      kernelCommandLine: ok('rw'),
      filesystems: ok(['ext4']),
      sysctls: ok(new Map([['fs.x', ok('0')]])),
    };
    expect(readNext(other)).toEqual(factsOf(other, silent));
  });

  it('is kept for each sysctl by itself', () => {
    const read = (x: Reading<string>, y: Reading<string>) => {
      const sysctls = new Map([
        ['fs.x', x],
        ['fs.y', y],
        ['fs.z', denied('EACCES')],
      ]);
      return [...readNext({ ...good, sysctls: ok(sysctls) }).sysctls.values()];
    };
    expect(read(denied('EACCES'), ok('3'))).toEqual([ok('1'), ok('3'), denied('EACCES')]);
    expect(read(malformed('rubbish'), timedOut('late'))).toEqual([ok('1'), ok('2'), denied('EACCES')]);
    expect(read(absent('ENOENT'), ok('2'))).toEqual([absent('ENOENT'), ok('2'), denied('EACCES')]);
  });

  it('is not that of what is loaded once dockerd is gone', () => {
    const dockerd = { ...healthyHost.daemons.dockerd, process: absent('no dockerd') };
    const gone = readNext({ ...good, daemons: { ...healthyHost.daemons, dockerd } });
    expect(gone.filesystems.kind).toBe('absent');
  });

  it('is not kept of the Engine here, whose word has a memory of its own', () => {
    const engine = factsOf(good, answering);
    expect(engine.storageDriver.kind).toBe('ok');
    expect(factsOf(good, silent, now, engine).storageDriver).toEqual(timedOut('the Engine has not answered'));
  });
});
