import { describe, expect, it } from 'vitest';
import { collectorNames } from '../../src/config/config.ts';
import { configOf, read } from './read.ts';

describe('the command', () => {
  it.each([
    ['', 'serve'],
    ['serve', 'serve'],
    ['once', 'once'],
    ['check', 'check'],
    ['--output json check', 'check'],
    ['advise', 'advise'],
    ['--engine-version advise advise --cpus 1', 'advise'],
    ['config check', 'config-check'],
    ['--log.level=warn config --offenders.max 3 check --no-collector.host', 'config-check'],
    ['--log.level warn -- once', 'once'],
  ])('of "%s" is %s', (line, command) => {
    expect(read(line)).toMatchObject({ kind: 'run', command });
  });
});

it('has the documented defaults', () => {
  const { settings, ...config } = configOf('');
  expect(settings?.every(({ origin }) => origin === 'default')).toBe(true);
  expect(config).toEqual({
    listenAddresses: [{ host: undefined, port: 10063 }],
    telemetryPath: '/metrics',
    webConfigFile: undefined,
    exporterMetrics: true,
    procfs: '/proc',
    sysfs: '/sys',
    rootfs: '/',
    docker: { kind: 'unix', path: '/var/run/docker.sock' },
    dockerPidfile: '/var/run/docker.pid',
    dockerTimeout: 3,
    collectors: Object.fromEntries(collectorNames.map((name) => [name, true])),
    diskUsage: false,
    containersInterval: 15,
    inventoryInterval: 600,
    offendersMax: 20,
    advisoriesDir: undefined,
    logLevel: 'info',
    logFormat: 'logfmt',
    output: 'table',
    advise: { given: {}, advisories: [], thisHost: false },
  });
});

describe('values', () => {
  it.each([
    ['[::1]:10063', { host: '::1', port: 10063 }],
    ['localhost:10063', { host: 'localhost', port: 10063 }],
    ['127.0.0.1:0', { host: '127.0.0.1', port: 0 }],
    [':65535', { host: undefined, port: 65535 }],
  ])('listen address %s', (text, address) => {
    expect(configOf(`--web.listen-address=${text}`).listenAddresses).toEqual([address]);
  });

  it.each([
    ['500ms', 0.5],
    ['3s', 3],
    ['1.5s', 1.5],
    ['1m30s', 90],
    ['1h', 3600],
  ])('duration %s', (text, seconds) => {
    expect(configOf(`--docker.timeout=${text}`).dockerTimeout).toBeCloseTo(seconds, 9);
  });

  it('a path loses the slash at its end, the root keeps it', () => {
    expect(configOf('--path.procfs=/host/proc/ --path.rootfs=/')).toMatchObject({
      procfs: '/host/proc',
      rootfs: '/',
    });
  });

  it('every switch can be turned either way', () => {
    const config = configOf('--web.disable-exporter-metrics --collector.disk-usage --no-collector.mounts');
    expect(config).toMatchObject({ exporterMetrics: false, diskUsage: true });
    expect(config.collectors).toMatchObject({ mounts: false, daemon: true });
  });

  it('the output of check, from its flag and from the environment', () => {
    expect(configOf('check').output).toBe('table');
    expect(configOf('check --output=json').output).toBe('json');
    expect(configOf('check', { DOCKER_HOST_EXPORTER_OUTPUT: 'json' }).output).toBe('json');
  });

  it('a repeatable flag keeps its order', () => {
    const ports = configOf('--web.listen-address=:2 --web.listen-address :1').listenAddresses;
    expect(ports.map(({ port }) => port)).toEqual([2, 1]);
  });

  it('an empty --web.config.file is none', () => {
    expect(configOf('--web.config.file=').webConfigFile).toBeUndefined();
  });
});

describe('advisories', () => {
  it('has a directory of its own for every command', () => {
    for (const command of ['', 'once', 'check', 'advise', 'config check']) {
      expect(configOf(`${command} --advisories.dir=/etc/advisories/`).advisoriesDir).toBe('/etc/advisories');
    }
    expect(configOf('', { DOCKER_HOST_EXPORTER_ADVISORIES_DIR: ' ' }).advisoriesDir).toBeUndefined();
  });
});

describe('the address of the Engine', () => {
  const tls = { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs' };
  const tcp = (host: string, port: number, tlsDirectory?: string) => ({
    kind: 'tcp',
    host,
    port,
    tlsDirectory,
  });

  it.each([
    ['unix:///run/user/1000/docker.sock', {}, { kind: 'unix', path: '/run/user/1000/docker.sock' }],
    ['unix:///var/run/docker.sock', tls, { kind: 'unix', path: '/var/run/docker.sock' }],
    ['tcp://engine', {}, tcp('engine', 2375)],
    ['tcp://engine:80/', {}, tcp('engine', 80)],
    ['http://[::1]', {}, tcp('::1', 2375)],
    ['tcp://engine', tls, tcp('engine', 2376, '/certs')],
    ['tcp://engine:2375', tls, tcp('engine', 2375, '/certs')],
    ['https://engine', { DOCKER_CERT_PATH: '/certs' }, tcp('engine', 2376, '/certs')],
    ['tcp://engine', { DOCKER_CERT_PATH: '/certs' }, tcp('engine', 2375)],
  ])('%s with %j', (text, env, endpoint) => {
    expect(configOf(`--docker.host=${text}`, env).docker).toEqual(endpoint);
  });
});
