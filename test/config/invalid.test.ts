import { describe, expect, it } from 'vitest';
import { badCommandLines, badEnvironments } from './bad-command-lines.ts';
import { badValues } from './bad-values.ts';
import { errorsOf, read } from './read.ts';

describe('an invalid invocation says exactly what is wrong', () => {
  it.each([...badValues, ...badCommandLines, ...badEnvironments])('$line $env', ({ line, env, error }) => {
    expect(errorsOf(line, env)).toEqual([error]);
  });
});

describe('all errors at once', () => {
  it('those of the command, of unknown flags, of values and of the environment', () => {
    const env = {
      DOCKER_HOST_EXPORTER_LOG_FORMAT: 'xml',
      DOCKER_HOST_EXPORTER_LOG_LEVELS: 'info',
      DOCKER_HOST: 'ssh://engine',
    };
    const line = 'onse --bogus --docker.timeout --log.level=loud --offenders.max=1 --offenders.max=2 --colector.host';
    expect(errorsOf(line, env)).toEqual([
      'unknown command "onse"; did you mean once?',
      'unknown flag "--bogus"; --help lists all flags',
      'unknown flag "--colector.host"; did you mean --collector.host?',
      'DOCKER_HOST: read "ssh://engine", expected unix:///path, tcp://host:port, http://host:port or https://host:port; ssh:// needs a child process, and the exporter starts none',
      '--docker.timeout: read no value, expected a duration from 1ms to 1h, such as 3s or 1m30s',
      '--offenders.max: read "1, 2", expected it at most once',
      '--log.level: read "loud", expected one of debug, info, warn, error',
      'DOCKER_HOST_EXPORTER_LOG_FORMAT: read "xml", expected one of logfmt, json',
      'unknown environment variable "DOCKER_HOST_EXPORTER_LOG_LEVELS"; did you mean DOCKER_HOST_EXPORTER_LOG_LEVEL?',
    ]);
  });

  it('each bad value of a repeatable flag', () => {
    expect(errorsOf('--web.listen-address=a --web.listen-address=:1 --web.listen-address=b')).toHaveLength(2);
  });

  it('a value that is wrong in a place that is wrong', () => {
    expect(errorsOf('once --output=xml')).toEqual([
      '--output: read "xml", expected one of table, json',
      '--output: only for the commands check and advise',
    ]);
  });

  it('and the command that was meant, whose exit status it is', () => {
    expect(read('--bogus value check')).toMatchObject({ kind: 'invalid', command: 'check' });
    expect(read('check now')).toMatchObject({ kind: 'invalid', command: 'check' });
    expect(read('--bogus')).toMatchObject({ kind: 'invalid', command: 'serve' });
    expect(read('chek')).toMatchObject({ kind: 'invalid', command: undefined });
  });

  it('a flag of one command is no second error where no command can be told', () => {
    expect(errorsOf('chek --output=json')).toEqual(['unknown command "chek"; did you mean check?']);
  });

  it('a sub-command behind an unknown flag and its value is still understood', () => {
    expect(errorsOf('--bogus value config chek')).toEqual([
      'unknown command "config chek"; did you mean config check?',
      'unknown flag "--bogus"; --help lists all flags',
    ]);
  });

  it('but help and version are given whatever else is wrong', () => {
    expect(read('--bogus --help --log.level=loud').kind).toBe('print');
    expect(read('--bogus --version')).toEqual({ kind: 'print', text: 'docker-host-exporter 1.2.3\n' });
  });
});
