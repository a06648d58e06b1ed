import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProcessCgroup } from './process-cgroup.ts';

const id = 'a'.repeat(64);

describe('parseProcessCgroup', () => {
  it.each([
    ['v2', `0::/system.slice/docker-${id}.scope\n`, `/system.slice/docker-${id}.scope`],
    ['v2, removed', `0::/docker/${id} (deleted)\n`, `/docker/${id}`],
    ['v2 seen from a cgroup namespace', `0::/../../docker/${id}\n`, `/../../docker/${id}`],
    ['v1', `3:cpu,cpuacct:/docker/${id}\n2:freezer:/docker/${id}\n1:name=systemd:/docker/${id}\n`, `/docker/${id}`],
    ['v1, frozen by hand', `3:freezer:/frozen\n2:pids:/docker/${id}\n`, `/docker/${id}`],
    ['v1, in a container by the freezer alone', `3:freezer:/docker/${id}\n2:pids:/user\n`, '/user'],
    ['hybrid', `2:pids:/docker/${id}\n0::/\n`, `/docker/${id}`],
    ['no container', '0::/init.scope\n', '/init.scope'],
  ])('%s', (_, text, path) => {
    expect(parseProcessCgroup(text)).toEqual({ kind: 'ok', value: path });
  });

  it.each([
    ['empty', ''],
    ['no colons', 'rubbish\n'],
    ['binary', '\u0000\u0001'],
    ['a second line that is none', `0::/docker/${id}\nx`],
  ])('%s is malformed', (_, text) => {
    expect(parseProcessCgroup(text).kind).toBe('malformed');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => ['ok', 'malformed'].includes(parseProcessCgroup(text).kind)));
  });
});
