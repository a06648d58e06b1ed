import { describe, expect, it } from 'vitest';
import type { AdviseConfig } from '../../src/config/config.ts';
import { readInvocation } from '../../src/config/invocation.ts';
import type { Environment } from '../../src/config/value.ts';
import { summaries } from './read.ts';

function adviseOf(argv: readonly string[], env: Environment = {}): AdviseConfig {
  const invocation = readInvocation(['advise', ...argv], env, '1.2.3', summaries);
  if (invocation.kind !== 'run') throw new Error(`expected a run, got ${JSON.stringify(invocation)}`);
  return invocation.config.advise;
}

const givenBy = (argv: readonly string[], env: Environment = {}) => adviseOf(argv, env).given;

describe('the facts that flags give', () => {
  it.each([
    ['--kernel-release=4.1.13-boot2docker', { kernel_release: '4.1.13-boot2docker' }],
    ['--kernel-version=#115-Ubuntu SMP', { kernel_version: '#115-Ubuntu SMP' }],
    ['--distribution=debian 12', { distribution: 'debian 12' }],
    ['--aufs-version=4.x-rcN-20160111', { aufs_version: '4.x-rcN-20160111' }],
    ['--storage-driver=overlay2', { storage_driver: 'overlay2' }],
    ['--driver-status=Pool Name=docker-8:1-pool', { driver_status: { 'Pool Name': 'docker-8:1-pool' } }],
    ['--engine-version=20.10.24+dfsg1', { engine_version: '20.10.24+dfsg1' }],
    ['--containerd-version=1.6.20~ds1', { containerd_version: '1.6.20~ds1' }],
    ['--runc-version=1.1.5', { runc_version: '1.1.5' }],
    ['--cpus=1', { cpus: 1 }],
    ['--cgroup-version=1', { cgroup_version: '1' }],
    ['--kernel-command-line=quiet cgroup.memory=nokmem', { kernel_command_line: 'quiet cgroup.memory=nokmem' }],
    ['--sysctl=fs.may_detach_mounts=1', { sysctl: { 'fs.may_detach_mounts': '1' } }],
    ['--swap-limit=false', { swap_limit: false }],
    ['--swap-limit=true', { swap_limit: true }],
    ['--date=2024-02-29', { date: '2024-02-29' }],
  ])('%s', (argument, given) => expect(givenBy([argument])).toEqual(given));

  it('as they are: versions that make no sense are no errors', () => {
    expect(givenBy(['--engine-version=not a version', '--kernel-release=\u0000', '--runc-version=-1'])).toEqual({
      engine_version: 'not a version',
      kernel_release: '\u0000',
      runc_version: '-1',
    });
  });

  it('without the blanks around them', () => {
    expect(givenBy(['--kernel-release', ' 6.1.0-18-amd64\n', '--sysctl', ' a = 1 '])).toEqual({
      kernel_release: '6.1.0-18-amd64',
      sysctl: { a: '1' },
    });
  });

  it.each([
    'KERNEL_RELEASE',
    'KERNEL_VERSION',
    'DISTRIBUTION',
    'AUFS_VERSION',
    'STORAGE_DRIVER',
    'DRIVER_STATUS',
    'ENGINE_VERSION',
    'CONTAINERD_VERSION',
    'RUNC_VERSION',
    'CPUS',
    'CGROUP_VERSION',
    'KERNEL_COMMAND_LINE',
    'SYSCTL',
    'SWAP_LIMIT',
    'DATE',
    'ADVISORY',
    'ADVISORIES_DIR',
  ])('nothing by a variable that is blank: %s', (name) => {
    for (const blank of ['', ' ', ' \t']) {
      const advise = adviseOf([], { [`DOCKER_HOST_EXPORTER_${name}`]: blank });
      expect(advise).toEqual({ given: {}, advisories: [], thisHost: false });
    }
  });

  it('nothing by a blank part of a variable', () => {
    expect(givenBy([], { DOCKER_HOST_EXPORTER_SYSCTL: 'a=1,, b=2,' })).toEqual({ sysctl: { a: '1', b: '2' } });
  });

  it('several pairs, and of a key that is given twice the last one', () => {
    expect(givenBy(['--sysctl=a=1', '--sysctl=b=2=3', '--sysctl=a=4', '--driver-status=__proto__=x'])).toEqual({
      sysctl: { a: '4', b: '2=3' },
      driver_status: Object.fromEntries([['__proto__', 'x']]),
    });
  });

  it('from the environment, where commas separate pairs', () => {
    const env = {
      DOCKER_HOST_EXPORTER_SYSCTL: 'a=1, b=2',
      DOCKER_HOST_EXPORTER_KERNEL_COMMAND_LINE: 'a,b c',
      DOCKER_HOST_EXPORTER_RUNC_VERSION: '',
    };
    expect(givenBy([], env)).toEqual({ sysctl: { a: '1', b: '2' }, kernel_command_line: 'a,b c' });
  });
});

it('asks about some advisories, each once, in their order', () => {
  expect(adviseOf(['--advisory=b', '--advisory', 'a', '--advisory=b']).advisories).toEqual(['b', 'a']);
  expect(adviseOf([], { DOCKER_HOST_EXPORTER_ADVISORY: 'b,a' }).advisories).toEqual(['b', 'a']);
});

it('may take the rest from this host', () => {
  expect(adviseOf(['--this-host']).thisHost).toBe(true);
  expect(adviseOf(['--no-this-host'], { DOCKER_HOST_EXPORTER_THIS_HOST: 'true' }).thisHost).toBe(false);
});
