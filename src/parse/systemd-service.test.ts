import { describe, expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseSystemdService } from './systemd-service.ts';

const id = 'a'.repeat(64);
const v1 = (path: string): string => `12:cpuset:/\n11:freezer:/\n8:pids:${path}\n1:name=systemd:${path}\n0::${path}\n`;

describe('the service of a process', () => {
  it.each([
    ['0::/system.slice/cron.service\n', 'cron.service'],
    ['0::/system.slice/docker.service\n', 'docker.service'],
    ['0::/system.slice/ssh.service/worker/3\n', 'ssh.service'],
    ['0::/system.slice/system-getty.slice/getty@tty1.service\n', 'getty@tty1.service'],
    ['0::/user.slice/user-1000.slice/user@1000.service/app.slice/sync.service\n', 'sync.service'],
    ['0::/user.slice/user-1000.slice/user@1000.service/init.scope\n', 'user@1000.service'],
    ['0::/system.slice/gone.service (deleted)\n', 'gone.service'],
    [v1('/system.slice/cron.service'), 'cron.service'],
    [v1('/').replace('systemd:/', 'systemd:/system.slice/cron.service'), 'cron.service'],
  ])('%j: %s', (text, service) => {
    expect(parseSystemdService(text)).toEqual(ok(service));
  });

  it.each([
    ['of no service', '0::/user.slice/user-0.slice/session-3.scope\n'],
    ['of the root', v1('/')],
    ['of something that is only called so', '0::/my.service.d/x\n'],
    ['of a container', `0::/system.slice/docker-${id}.scope\n`],
    ['of a container below docker.service', `0::/system.slice/docker.service/docker/${id}\n`],
    ['of a service in a container', `0::/system.slice/docker-${id}.scope/system.slice/cron.service\n`],
    ['of a container, by one hierarchy', v1('/system.slice/docker.service').replace('pids:', `pids:/docker/${id}`)],
  ])('is none: %s', (_, text) => {
    expect(parseSystemdService(text)).toEqual(ok(undefined));
  });

  it('is malformed without a line of cgroups', () => {
    expect(parseSystemdService('cron.service\n')).toMatchObject({ kind: 'malformed' });
    expect(parseSystemdService('')).toMatchObject({ kind: 'malformed' });
  });
});
