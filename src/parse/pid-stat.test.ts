import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelThreadFlags } from '../../test/support/process.ts';
import { statLine } from '../../test/support/stat-line.ts';
import { knownNames, processStates } from '../model/processes.ts';
import { commOf, emptyPidStat, parsePidStat } from './pid-stat.ts';

function parse(line: string) {
  const bytes = Buffer.from(line);
  const stat = emptyPidStat();
  if (!parsePidStat(bytes, bytes.length, stat)) return undefined;
  return { ...stat, comm: commOf(bytes, stat), state: processStates[stat.state], name: knownNames[stat.name] };
}

const kernel = (pid: number, comm: string, state: 'S' | 'I' | 'D' = 'S') =>
  statLine({ pid, ppid: 2, comm, state, flags: kernelThreadFlags });
const zombie = statLine({ pid: 9001, ppid: 1234, comm: 'lxc-start', state: 'Z', startTicks: 777 });

describe('lines of the incident of 2014', () => {
  it.each([
    [kernel(31_084, 'ext4-dio-unwrit'), { pid: 31_084, name: 'ext4_dio', state: 'sleeping' }],
    [kernel(31_105, 'kdmflush'), { pid: 31_105, name: 'kdmflush', ppid: 2 }],
    [kernel(31_107, 'bioset'), { pid: 31_107, name: 'bioset', flags: kernelThreadFlags }],
    [kernel(31_109, 'jbd2/dm-1793-8'), { pid: 31_109, name: 'jbd2', comm: 'jbd2/dm-1793-8' }],
    [
      statLine({ pid: 1234, comm: 'docker', state: 'R', threads: 23, residentPages: 9001 }),
      { name: 'docker', threads: 23, residentPages: 9001 },
    ],
    [zombie, { name: 'shim', state: 'zombie', ppid: 1234, startTicks: 777, killPending: 0 }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toMatchObject(expected);
  });

  it('reads every field from its own column', () => {
    const columns = Array.from({ length: 49 }, (_, index) => (index + 4) * 1000);
    const line = `1 (a) S ${columns.join(' ')}\n`;
    expect(parse(line)).toMatchObject({
      ppid: 4000,
      flags: 9000,
      userTicks: 14_000,
      systemTicks: 15_000,
      threads: 20_000,
      startTicks: 22_000,
      residentPages: 24_000,
    });
  });
});

const states = { R: 'running', S: 'sleeping', D: 'disk_sleep', T: 'stopped', t: 'stopped', Z: 'zombie', I: 'idle' };
const oddStates = Object.fromEntries([...'XxKWP?'].map((letter) => [letter, 'other']));

it.each(Object.entries({ ...states, ...oddStates }))('state %s is %s', (letter, state) => {
  expect(parse(statLine({ pid: 7 }).replace(') S', `) ${letter}`))?.state).toBe(state);
});

it.each([
  'tmux: server',
  '((sd-pam))',
  'a) R 1 (b',
  ') S 1 2 3',
  ')',
  '(',
  'two\nlines',
  'größe-日本',
  'k'.repeat(64),
  '',
  ' ',
])('comm %j', (comm) => {
  expect(parse(statLine({ pid: 42, ppid: 17, comm, state: 'D' }))).toMatchObject({
    pid: 42,
    ppid: 17,
    comm,
    state: 'disk_sleep',
    name: 'other',
  });
});

describe('SIGKILL pending', () => {
  it.each([
    [0, 0],
    [256, 1],
    [256 + 4096, 1],
    [128, 0],
    [512, 0],
    [0x7fff_ffff, 1],
  ])('field 31 of %i gives %i', (mask, killPending) => {
    const fields = statLine({ pid: 42 }).split(' ');
    fields[30] = String(mask);
    expect(parse(fields.join(' '))?.killPending).toBe(killPending);
  });

  it('is not read from the blocked signals next to it', () => {
    const fields = statLine({ pid: 42 }).split(' ');
    fields[29] = fields[31] = '256';
    expect(parse(fields.join(' '))?.killPending).toBe(0);
  });
});

describe('what is no line', () => {
  it.each([
    ['nothing', ''],
    ['a newline', '\n'],
    ['a pid alone', '42'],
    ['no pid', '(sh) S 1 2'],
    ['pid 0', statLine({ pid: 42 }).replace('42', '0')],
    ['a negative pid', `-${statLine({ pid: 42 })}`],
    ['no comm', statLine({ pid: 42 }).replace('(sh) ', '')],
    ['no closing parenthesis', statLine({ pid: 42 }).replace(')', '')],
    ['a letter in a number', statLine({ pid: 42 }).replace(' 1 ', ' 1x ')],
    ['a fraction', statLine({ pid: 42 }).replace(' 1 ', ' 1.5 ')],
    ['binary', '\u0000\u0001\u0002\u00ff'.repeat(20)],
    ['a page of HTML', '<html><body>(502) Bad Gateway</body></html>'],
    ['a comm longer than any', statLine({ pid: 42, comm: 'x'.repeat(1000) })],
    ['digits without end', '9'.repeat(300_000)],
    ['parentheses without end', `1 ${'('.repeat(300_000)}`],
    ['closing parentheses without end', `1 (${')'.repeat(300_000)}`],
  ])('%s', (_, text) => {
    expect(parse(text)).toBeUndefined();
  });

  it('a line cut off before the end of field 31, at whatever byte, and the rest of an older line behind it', () => {
    const line = statLine({ pid: 1234, comm: 'a (b) c', killPending: true });
    const bytes = Buffer.from(line);
    const needed = line.indexOf(' 256 ') + ' 256 '.length;
    const accepted = [...bytes.keys()].filter((length) => parsePidStat(bytes, length, emptyPidStat()));
    expect(accepted[0]).toBe(needed);
    expect(accepted).toHaveLength(bytes.length - needed);
  });
});

/** Slow and obvious: the text between the first and the last parenthesis is `comm`, the rest are fields. */
function reference(line: string) {
  const close = line.lastIndexOf(')');
  const fields = line
    .slice(close + 2)
    .trimEnd()
    .split(' ');
  const field = (number: number) => Number(fields[number - 3]);
  return {
    pid: Number(line.slice(0, line.indexOf(' '))),
    comm: line.slice(line.indexOf('(') + 1, close),
    state: { ...states, ...oddStates }[fields[0] ?? ''],
    ppid: field(4),
    flags: field(9),
    userTicks: field(14),
    systemTicks: field(15),
    threads: field(20),
    startTicks: field(22),
    residentPages: field(24),
    killPending: Math.floor(field(31) / 256) % 2,
  };
}

const piece = fc.constantFrom('(', ')', ' ', '\n', ') R 1 ', 'docker', 'containerd', 'x', '-1', 'ß');
const comm = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 16 }),
  fc.constantFrom('dockerd', 'containerd-shim', 'kdmflush/253:1', '(sd-pam)'),
);
const line = fc
  .record({
    pid: fc.integer({ min: 1, max: 4_194_304 }),
    comm,
    letter: fc.constantFrom(...'RSDTtZIXxKWP'),
    fields: fc.array(fc.oneof(fc.nat(), fc.maxSafeNat(), fc.constant(-1)), { minLength: 49, maxLength: 49 }),
    pending: fc.nat(0x7fff_ffff),
  })
  .map(({ pid, comm, letter, fields, pending }) => {
    const numbers = fields.with(31 - 4, pending).with(9 - 4, Math.abs(fields[5] ?? 0) % 2 ** 32);
    return `${pid} (${comm}) ${letter} ${numbers.join(' ')}\n`;
  });

describe('on generated text', () => {
  it('gives what a slow parser gives', () => {
    fc.assert(fc.property(line, (text) => void expect(parse(text)).toMatchObject(reference(text))));
  });

  it('never throws on bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    fc.assert(fc.property(bytes, (array) => typeof parsePidStat(array, array.length, emptyPidStat()) === 'boolean'));
  });

  it('never throws on a line in which bytes were changed', () => {
    const change = fc.tuple(fc.nat(), fc.nat(255));
    fc.assert(
      fc.property(line, fc.array(change, { maxLength: 5 }), (text, changes) => {
        const bytes = Buffer.from(text);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        expect(typeof parsePidStat(bytes, bytes.length, emptyPidStat())).toBe('boolean');
      }),
    );
  });
});
