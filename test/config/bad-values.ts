import type { Environment } from '../../src/config/value.ts';

export interface InvalidInvocation {
  readonly line: string;
  readonly env?: Environment;
  /** Exactly what the user must see. */
  readonly error: string;
}

const address = 'host:port, such as :10063, 127.0.0.1:9100, localhost:10063 or [::1]:10063';
const engine = 'unix:///path, tcp://host:port, http://host:port or https://host:port';
const path =
  'a path such as /metrics, of letters, digits, ".", "_", "~" and "-", other than /, /status and those below /-/ and /docs/';
const keys =
  'DOCKER_CERT_PATH to name the directory of ca.pem, cert.pem and key.pem: https:// and DOCKER_TLS_VERIFY ask for TLS';
const timeout = 'a duration from 1ms to 1h, such as 3s or 1m30s';

const bad = (flag: string, text: string, expected: string): InvalidInvocation => ({
  line: `--${flag}=${text}`,
  error: `--${flag}: read ${JSON.stringify(text)}, expected ${expected}`,
});

const badVariable = (name: string, text: string, expected: string): InvalidInvocation => ({
  line: '',
  env: { [name]: text },
  error: `${name}: read ${JSON.stringify(text)}, expected ${expected}`,
});

/** Of a flag of the command advise. */
const badFact = (flag: string, text: string, expected: string): InvalidInvocation => {
  const { line, error } = bad(flag, text, expected);
  return { line: `advise ${line}`, error };
};

export const badValues: readonly InvalidInvocation[] = [
  bad('web.listen-address', '', address),
  bad('web.listen-address', '10063', address),
  bad('web.listen-address', 'localhost', address),
  bad('web.listen-address', ':65536', address),
  bad('web.listen-address', ':-1', address),
  bad('web.listen-address', '::1:10063', address),
  bad('web.listen-address', '[::g]:10063', address),
  bad('web.listen-address', '[1.2.3.4]:10063', address),
  bad('web.listen-address', '1.2.3.999:10063', address),
  bad('web.listen-address', 'http://localhost:10063', address),
  badVariable('DOCKER_HOST_EXPORTER_WEB_LISTEN_ADDRESS', 'nowhere', address),
  bad('web.telemetry-path', 'metrics', path),
  bad('web.telemetry-path', '/', path),
  bad('web.telemetry-path', '/-/metrics', path),
  bad('web.telemetry-path', '/status', path),
  bad('web.telemetry-path', '/docs/runbooks/DockerEngineDown.md', path),
  bad('web.telemetry-path', '/metrics/', path),
  bad('web.telemetry-path', '/metrics?a=b', path),
  bad('web.telemetry-path', '/a/../b', path),
  bad('web.telemetry-path', '/:name', path),
  bad('web.config.file', 'web.yml', 'no value: TLS and authentication are not built yet'),
  badVariable('DOCKER_HOST_EXPORTER_WEB_CONFIG_FILE', 'web.yml', 'no value: TLS and authentication are not built yet'),
  bad('path.procfs', 'proc', 'an absolute path'),
  bad('path.sysfs', '', 'an absolute path'),
  badVariable('DOCKER_HOST_EXPORTER_PATH_ROOTFS', './host', 'an absolute path'),
  bad('docker.host', '/var/run/docker.sock', engine),
  bad('docker.host', 'unix://docker.sock', engine),
  bad('docker.host', 'tcp://', engine),
  bad('docker.host', 'tcp://:2375', engine),
  bad('docker.host', 'tcp://engine:0', engine),
  bad('docker.host', 'tcp://engine:2375/v1.44', engine),
  bad('docker.host', 'constructor://engine', engine),
  bad('docker.host', 'ssh://engine', `${engine}; ssh:// needs a child process, and the exporter starts none`),
  bad('docker.host', 'npipe:////./pipe/docker_engine', `${engine}; npipe:// is a named pipe of Windows`),
  bad('docker.host', 'fd://', `${engine}; fd:// is for a daemon to listen on`),
  bad('docker.host', 'https://engine', keys),
  badVariable('DOCKER_HOST', 'ssh://engine', `${engine}; ssh:// needs a child process, and the exporter starts none`),
  {
    line: '--docker.host=tcp://engine',
    env: { DOCKER_TLS_VERIFY: '1' },
    error: `--docker.host: read "tcp://engine", expected ${keys}`,
  },
  {
    line: '--docker.host=tcp://user:secret@engine',
    error: `--docker.host: read "tcp://***@engine", expected ${engine}`,
  },
  bad('docker.pidfile', 'docker.pid', 'an absolute path'),
  bad('docker.timeout', '3', timeout),
  bad('docker.timeout', '3_s', timeout),
  bad('docker.timeout', '0s', timeout),
  bad('docker.timeout', '-3s', timeout),
  bad('docker.timeout', '1h1ms', timeout),
  bad('docker.timeout', '1.5', timeout),
  bad('docker.timeout', '3S', timeout),
  badVariable('DOCKER_HOST_EXPORTER_COLLECTOR_HOST', 'yes', 'true or false'),
  badVariable('DOCKER_HOST_EXPORTER_COLLECTOR_DISK_USAGE', '1', 'true or false'),
  bad('containers.interval', '0s', 'a duration from 1s to 5m, such as 3s or 1m30s'),
  bad('containers.interval', '6m', 'a duration from 1s to 5m, such as 3s or 1m30s'),
  bad('inventory.interval', '999ms', 'a duration from 1s to 168h, such as 3s or 1m30s'),
  bad('inventory.interval', '169h', 'a duration from 1s to 168h, such as 3s or 1m30s'),
  bad('offenders.max', '101', 'a whole number from 0 to 100'),
  bad('offenders.max', '-1', 'a whole number from 0 to 100'),
  bad('offenders.max', '1e1', 'a whole number from 0 to 100'),
  bad('advisories.dir', './advisories', 'an absolute path'),
  badVariable('DOCKER_HOST_EXPORTER_ADVISORIES_DIR', 'advisories', 'an absolute path'),
  // what stands behind the flag may have failed
  bad('advisories.dir', '', 'an absolute path'),
  badFact('kernel-release', '', 'a text such as 4.1.13-boot2docker'),
  badFact('kernel-version', '', 'a text such as "#115-Ubuntu SMP"'),
  badFact('distribution', '', 'a text such as "debian 12"'),
  badFact('aufs-version', '', 'a text such as 4.1-20151116'),
  badFact('storage-driver', '', 'a text such as overlay2'),
  badFact('engine-version', '', 'a text such as 20.10.24'),
  badFact('containerd-version', '', 'a text such as 1.6.20'),
  badFact('runc-version', '', 'a text such as 1.1.5'),
  badFact('kernel-command-line', '', 'a text such as "quiet cgroup.memory=nokmem"'),
  badFact('advisory', '', 'a text such as aufs-xino-write'),
  badFact('cpus', '', 'a whole number from 1 to 65536'),
  badFact('cgroup-version', '', 'one of 1, 2'),
  badFact('swap-limit', '', 'true or false'),
  badFact('date', '', 'a day such as 2026-11-22'),
  badFact('driver-status', '', 'key=value, such as "Supports d_type=false"'),
  badFact('driver-status', 'Supports=', 'key=value, such as "Supports d_type=false"'),
  badFact('sysctl', '', 'key=value, such as fs.may_detach_mounts=1'),
  badFact('sysctl', 'fs.may_detach_mounts=', 'key=value, such as fs.may_detach_mounts=1'),
  badVariable('DOCKER_HOST_EXPORTER_SYSCTL', 'a=', 'key=value, such as fs.may_detach_mounts=1'),
  badFact('driver-status', 'Supports', 'key=value, such as "Supports d_type=false"'),
  badFact('driver-status', '=false', 'key=value, such as "Supports d_type=false"'),
  badFact('sysctl', 'fs.may_detach_mounts', 'key=value, such as fs.may_detach_mounts=1'),
  badVariable('DOCKER_HOST_EXPORTER_SYSCTL', 'kernel.pid_max', 'key=value, such as fs.may_detach_mounts=1'),
  badFact('cpus', '0', 'a whole number from 1 to 65536'),
  badFact('cpus', '1.5', 'a whole number from 1 to 65536'),
  badFact('cgroup-version', '3', 'one of 1, 2'),
  badFact('cgroup-version', 'v2', 'one of 1, 2'),
  badFact('swap-limit', 'yes', 'true or false'),
  badFact('date', '2026-02-29', 'a day such as 2026-11-22'),
  badFact('date', '2026-13-01', 'a day such as 2026-11-22'),
  badFact('date', '22.11.2026', 'a day such as 2026-11-22'),
  badFact('date', '2026-11-22T00:00', 'a day such as 2026-11-22'),
  badVariable('DOCKER_HOST_EXPORTER_THIS_HOST', 'yes', 'true or false'),
  bad('log.level', 'INFO', 'one of debug, info, warn, error'),
  bad('log.format', 'text', 'one of logfmt, json'),
  {
    line: `--log.level=${'x'.repeat(81)}`,
    error: `--log.level: read "${'x'.repeat(80)}"…, expected one of debug, info, warn, error`,
  },
];
