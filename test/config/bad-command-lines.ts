import type { InvalidInvocation } from './bad-values.ts';

export const badCommandLines: readonly InvalidInvocation[] = [
  { line: '--log.level', error: '--log.level: read no value, expected one of debug, info, warn, error' },
  {
    line: '--web.config.file',
    error: '--web.config.file: read no value, expected no value: TLS and authentication are not built yet',
  },
  {
    line: '--log.level --no-collector.host',
    error: '--log.level: read no value, expected one of debug, info, warn, error',
  },
  {
    line: '--docker.timeout=1s --docker.timeout 2s',
    error: '--docker.timeout: read "1s, 2s", expected it at most once',
  },
  {
    line: '--collector.host --collector.host',
    error: '--collector.host: read "true, true", expected it at most once',
  },
  {
    line: '--collector.host --no-collector.host',
    error: '--collector.host: read "true, false", expected it at most once',
  },
  {
    line: '--collector.host=false',
    error: '--collector.host: read "false", expected no value: --collector.host or --no-collector.host',
  },
  {
    line: '--no-collector.host=true',
    error: '--no-collector.host: read "true", expected no value: --collector.host or --no-collector.host',
  },
  { line: '--bogus', error: 'unknown flag "--bogus"; --help lists all flags' },
  { line: '--bogus value', error: 'unknown flag "--bogus"; --help lists all flags' },
  { line: '--web.password=secret', error: 'unknown flag "--web.password"; --help lists all flags' },
  {
    line: '--web.listen-adress=:1',
    error: 'unknown flag "--web.listen-adress"; did you mean --web.listen-address?',
  },
  {
    line: '--listen-address=:1',
    error: 'unknown flag "--listen-address"; did you mean --web.listen-address?',
  },
  { line: '--log.levle debug', error: 'unknown flag "--log.levle"; did you mean --log.level?' },
  { line: '-log.level=debug', error: 'unknown flag "-log.level"; did you mean --log.level?' },
  {
    line: '--no-collector.hosts',
    error: 'unknown flag "--no-collector.hosts"; did you mean --no-collector.host?',
  },
  { line: '--no-log.level', error: 'unknown flag "--no-log.level"; did you mean --log.level?' },
  { line: '-v', error: 'unknown flag "-v"; --help lists all flags' },
  { line: 'onse', error: 'unknown command "onse"; did you mean once?' },
  { line: 'config', error: 'unknown command "config"; did you mean config check?' },
  { line: 'advice', error: 'unknown command "advice"; did you mean advise?' },
  { line: 'advise me', error: 'unexpected argument "me"' },
  {
    line: 'config dump',
    error: 'unknown command "config dump"; expected one of: serve, once, check, advise, config check',
  },
  { line: 'help', error: 'unknown command "help"; expected one of: serve, once, check, advise, config check' },
  { line: 'once more', error: 'unexpected argument "more"' },
  { line: 'check now', error: 'unexpected argument "now"' },
  { line: 'chek', error: 'unknown command "chek"; did you mean check?' },
  { line: '--output=json', error: '--output: only for the commands check and advise' },
  { line: 'serve --output=table', error: '--output: only for the commands check and advise' },
  { line: 'once --output json', error: '--output: only for the commands check and advise' },
  { line: 'config check --output=json', error: '--output: only for the commands check and advise' },
  { line: 'check --output', error: '--output: read no value, expected one of table, json' },
  { line: 'check --output=xml', error: '--output: read "xml", expected one of table, json' },
  { line: 'advise --output=xml', error: '--output: read "xml", expected one of table, json' },
  { line: '--cpus=1', error: '--cpus: only for the command advise' },
  { line: 'check --this-host', error: '--this-host: only for the command advise' },
  { line: 'config check --sysctl=a=b', error: '--sysctl: only for the command advise' },
  {
    line: 'advise --this-host=true',
    error: '--this-host: read "true", expected no value: --this-host or --no-this-host',
  },
  { line: 'advise --cpus=1 --cpus=2', error: '--cpus: read "1, 2", expected it at most once' },
  {
    line: 'advise --kernel-version',
    error: '--kernel-version: read no value, expected a text such as "#115-Ubuntu SMP"',
  },
  { line: 'advise --kernel-relase=1', error: 'unknown flag "--kernel-relase"; did you mean --kernel-release?' },
  { line: 'check --outptu=json', error: 'unknown flag "--outptu"; did you mean --output?' },
  {
    line: '-- --log.level=debug',
    error: 'unknown command "--log.level=debug"; expected one of: serve, once, check, advise, config check',
  },
];

export const badEnvironments: readonly InvalidInvocation[] = [
  {
    line: '',
    env: { DOCKER_HOST_EXPORTER_LOGLEVEL: 'debug' },
    error: 'unknown environment variable "DOCKER_HOST_EXPORTER_LOGLEVEL"; did you mean DOCKER_HOST_EXPORTER_LOG_LEVEL?',
  },
  {
    line: '',
    env: { DOCKER_HOST_EXPORTER_LISTEN_ADDRESS: ':1' },
    error:
      'unknown environment variable "DOCKER_HOST_EXPORTER_LISTEN_ADDRESS"; did you mean DOCKER_HOST_EXPORTER_WEB_LISTEN_ADDRESS?',
  },
  {
    line: '',
    env: { DOCKER_HOST_EXPORTER_TOKEN: 'secret' },
    error: 'unknown environment variable "DOCKER_HOST_EXPORTER_TOKEN"; --help lists all variables',
  },
  {
    line: '',
    env: { DOCKER_HOST_EXPORTER_PORT: '9100' },
    error: 'unknown environment variable "DOCKER_HOST_EXPORTER_PORT"; --help lists all variables',
  },
  {
    line: '',
    env: { DOCKER_HOST_EXPORTER_WEB_LISTEN_ADDRESS: ':1,' },
    error: `DOCKER_HOST_EXPORTER_WEB_LISTEN_ADDRESS: read "", expected host:port, such as :10063, 127.0.0.1:9100, localhost:10063 or [::1]:10063`,
  },
];
