import { describe, expect, it } from 'vitest';
import { describeConfig } from '../../src/config/config.ts';
import { configOf, errorsOf } from './read.ts';

describe('flag before environment before default', () => {
  const ours = 'DOCKER_HOST_EXPORTER_DOCKER_HOST';
  const originOf = (line: string, env: Record<string, string>) =>
    configOf(line, env).settings?.find(({ flag }) => flag.startsWith('--docker.host='));

  it('--docker.host, then our variable, then DOCKER_HOST, then the socket', () => {
    const env = { DOCKER_HOST: 'tcp://c', [ours]: 'tcp://b' };
    expect(originOf('--docker.host=tcp://a', env)).toEqual({ flag: '--docker.host=tcp://a', origin: 'flag' });
    expect(originOf('', env)).toEqual({ flag: '--docker.host=tcp://b', origin: `environment ${ours}` });
    expect(originOf('', { ...env, [ours]: '' })).toEqual({
      flag: '--docker.host=tcp://c',
      origin: 'environment DOCKER_HOST',
    });
    expect(originOf('', { DOCKER_HOST: '' })?.origin).toBe('default');
  });

  it('a switch that the environment turns on is turned off by its flag', () => {
    const env = { DOCKER_HOST_EXPORTER_COLLECTOR_DISK_USAGE: 'true' };
    expect(configOf('', env).diskUsage).toBe(true);
    expect(configOf('--no-collector.disk-usage', env).diskUsage).toBe(false);
  });

  it('a repeatable flag replaces the list of the environment', () => {
    const env = { DOCKER_HOST_EXPORTER_WEB_LISTEN_ADDRESS: ':1, [::1]:2' };
    expect(configOf('', env).listenAddresses).toEqual([
      { host: undefined, port: 1 },
      { host: '::1', port: 2 },
    ]);
    expect(configOf('--web.listen-address=:3', env).listenAddresses).toEqual([{ host: undefined, port: 3 }]);
  });

  it('variables by which Kubernetes announces a Service are no errors', () => {
    const env = {
      DOCKER_HOST_EXPORTER_PORT: 'tcp://10.0.0.7:10063',
      DOCKER_HOST_EXPORTER_SERVICE_HOST: '10.0.0.7',
      DOCKER_HOST_EXPORTER_SERVICE_PORT_METRICS: '10063',
      DOCKER_HOST_EXPORTER_PORT_10063_TCP_ADDR: '10.0.0.7',
      DOCKER_HOST_EXPORTER_CANARY_PORT_10063_TCP: 'tcp://10.0.0.8:10063',
    };
    expect(errorsOf('', env)).toEqual([]);
  });
});

describe('describeConfig', () => {
  it('says one flag a line and where it came from', () => {
    const env = { DOCKER_HOST_EXPORTER_COLLECTOR_HOST: 'false' };
    const lines = describeConfig(configOf('--docker.timeout=5s', env)).split('\n');
    expect(lines.filter((line) => /timeout|collector.host|log.level/.test(line))).toEqual([
      '--docker.timeout=5s                        # flag',
      '--no-collector.host                        # environment DOCKER_HOST_EXPORTER_COLLECTOR_HOST',
      '--log.level=info                           # default',
    ]);
  });

  it('leaves out what the command does not take, wherever it was set', () => {
    const env = { DOCKER_HOST_EXPORTER_OUTPUT: 'json' };
    expect(describeConfig(configOf('config check', env))).not.toContain('--output');
    expect(describeConfig(configOf('check', env))).toMatch(/--output=json +# environment DOCKER_HOST_EXPORTER_OUTPUT/);
  });

  it('gives flags that come to the same configuration', () => {
    const { settings = [], ...config } = configOf('--no-collector.host --web.listen-address=:1 --docker.timeout=90s');
    const flags = settings.map(({ flag }) => flag);
    // that there is none is the only value that no flag can give
    const none = '--advisories.dir=';
    expect(flags).toContain(none);
    const { settings: _, ...again } = configOf(flags.filter((flag) => flag !== none).join(' '));
    expect(again).toEqual(config);
  });
});
