import { describe, expect, it } from 'vitest';
import { hostFiles, unreadable } from '../../../test/support/temporary-tree.ts';
import { ok } from '../../model/reading.ts';
import { readSysctls, sysctlPath } from './sysctls.ts';

describe('the file of a sysctl', () => {
  it.each([
    ['fs.may_detach_mounts', 'sys/fs/may_detach_mounts'],
    ['kernel.pid_max', 'sys/kernel/pid_max'],
    ['fs/may_detach_mounts', 'sys/fs/may_detach_mounts'],
    ['net/ipv4/conf/eth0.1/forwarding', 'sys/net/ipv4/conf/eth0.1/forwarding'],
    ['vm', 'sys/vm'],
  ])('of %s is %s', (name, path) => expect(sysctlPath(name)).toBe(path));

  it.each([
    '',
    '.',
    '..',
    '/etc/shadow',
    '../self/environ',
    'fs/../../etc/shadow',
    'fs/..',
    'a..b',
    'fs.x y',
    'fs.x\n',
    'fs.x\0',
    'FS.x',
    'é',
    'x'.repeat(201),
  ])('%j is none', (name) => expect(sysctlPath(name)).toBeUndefined());
});

it('gives each name a reading of its own', () => {
  const files = hostFiles({
    'proc/sys/fs/may_detach_mounts': '1\n',
    'proc/sys/net/ipv4/tcp_rmem': '4096\t131072\t6291456\n',
    'proc/sys/kernel/guarded': unreadable('guarded'),
    'proc/sys/kernel/rubbish': '\0\n1\n',
    'proc/self': 'not below sys',
  });
  const names = ['fs.may_detach_mounts', 'net.ipv4.tcp_rmem', 'kernel.guarded', 'kernel.rubbish', 'fs.none', '../self'];
  const readings = readSysctls(files, names);
  expect([...readings.keys()]).toEqual(names);
  expect(Object.fromEntries(readings)).toEqual({
    'fs.may_detach_mounts': ok('1'),
    'net.ipv4.tcp_rmem': ok('4096\t131072\t6291456'),
    'kernel.guarded': { kind: 'denied', detail: expect.stringMatching(/sys\/kernel\/guarded: ELOOP$/) },
    'kernel.rubbish': { kind: 'malformed', detail: expect.stringMatching(/rubbish: expected one line of text, got "/) },
    'fs.none': { kind: 'absent', detail: expect.stringMatching(/sys\/fs\/none: ENOENT$/) },
    '../self': { kind: 'malformed', detail: expect.stringMatching(/^expected the name of a sysctl .*"\.\.\/self"$/) },
  });
});

it('reads none when none is asked for', () => expect(readSysctls(hostFiles({}), []).size).toBe(0));
