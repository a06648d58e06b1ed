import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseEngineVersion } from './engine-version.ts';

it('reads the answer of Docker 20.10', () => {
  const body = JSON.stringify({
    Platform: { Name: '' },
    Components: [
      { Name: 'Engine', Version: '20.10.24+dfsg1', Details: { ApiVersion: '1.41' } },
      { Name: 'containerd', Version: '1.6.20~ds1', Details: { GitCommit: '1.6.20~ds1-1+deb12u3' } },
      { Name: 'runc', Version: '1.1.5+ds1' },
      { Name: 'docker-init', Version: '0.19.0' },
    ],
    Version: '20.10.24+dfsg1',
    ApiVersion: '1.41',
  });
  expect(parseEngineVersion(body)).toEqual(
    ok({ version: '20.10.24+dfsg1', apiVersion: '1.41', containerdVersion: '1.6.20~ds1', runcVersion: '1.1.5+ds1' }),
  );
});

it('leaves undefined what Docker 1.6 does not send', () => {
  const body = '{"Version":"1.6.2","ApiVersion":"1.18","GitCommit":"7c8fca2","GoVersion":"go1.3.3","Os":"linux"}';
  const nothing = { containerdVersion: undefined, runcVersion: undefined };
  expect(parseEngineVersion(body)).toEqual(ok({ version: '1.6.2', apiVersion: '1.18', ...nothing }));
});

it.each(['N/A', '<unknown>', ''])('takes the version %j for none', (version) => {
  const body = JSON.stringify({ Components: [{ Name: 'containerd', Version: version }] });
  expect(parseEngineVersion(body)).toMatchObject({ kind: 'ok', value: { containerdVersion: undefined } });
});

it.each(['', 'null', '[]', '{"Version":'])('finds %j malformed', (body) => {
  expect(parseEngineVersion(body)).toMatchObject({ kind: 'malformed' });
});
