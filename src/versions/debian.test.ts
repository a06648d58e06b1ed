import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debianScheme } from './debian.ts';

function order(a: string, b: string): number {
  const left = debianScheme.parse(a);
  const right = debianScheme.parse(b);
  if (left === undefined || right === undefined) throw new Error(`no versions: ${a}, ${b}`);
  return Math.sign(debianScheme.compare(left, right)) + 0;
}

it.each([
  ['3.16.7-ckt11-1+deb8u6', '3.16.7-ckt20-1+deb8u1'],
  ['3.16.7-ckt20-1+deb8u3', '3.16.7-ckt20-1+deb8u4'],
  ['3.16.7-ckt20-1+deb8u4', '3.16.7-ckt25-1'],
  ['3.16.7-ckt25-1', '3.16.7-ckt25-2'],
  ['3.16.7-ckt25-2', '3.16.7-ckt25-2+deb8u3'],
  ['3.16.7-ckt25-2+deb8u3', '3.16.36-1+deb8u1'],
  ['3.16.7-ckt11-1+deb8u6~bpo70+1', '3.16.7-ckt11-1+deb8u6'],
  ['4.3.5-1~bpo8+1', '4.3.5-1'],
  ['4.3~rc5-1~exp1', '4.3-1'],
  ['4.3-1~exp1', '4.3-1'],
  ['9.9', '1:0.1'],
  ['1.0', '1.0a'],
  ['1.0Z', '1.0a'],
  ['1.0z', '1.0+'],
  ['9007199254740992', '9007199254740993'],
])('%s is older than %s', (older, newer) => {
  expect(order(older, newer)).toBe(-1);
  expect(order(newer, older)).toBe(1);
});

it.each([
  ['1.0', '0:1.0'],
  ['1.0', '1.0-0'],
  ['1.01', '1.1'],
  ['1.0', '1.0-00'],
])('%s and %s are the same', (a, b) => {
  expect(order(a, b)).toBe(0);
});

it.each(['', 'a1', '1 ', '1-', '1:', ':1', '1:2:3-a:b', 'a:1', '1_0', '1.0/2', '-1', '1.0-1_2', '1:1-1:1'])(
  'has no version for "%s"',
  (text) => {
    expect(debianScheme.parse(text)).toBeUndefined();
  },
);

it.each([
  ['4.3~rc5-1~exp1', '4.3-1', true],
  ['4.3~rc5-1~exp1', '4.3', true],
  ['4.3~rc5-1~exp1', '4.3.1-1', false],
  ['4.3~rc5-1~exp1', '4.3~rc6-1', false],
  ['4.3~rc5-1', '1:4.3-1', false],
  ['4.3.5-1~bpo8+1', '4.3.5-1', false],
  ['4.3-1~exp1', '4.3-1', false],
  ['4.3-1', '4.3-1', false],
])('%s is a pre-release of %s: %s', (version, release, expected) => {
  const left = debianScheme.parse(version);
  const right = debianScheme.parse(release);
  expect(left !== undefined && right !== undefined && debianScheme.isPreReleaseOf(left, right)).toBe(expected);
});

describe('beside dpkg itself', () => {
  const run = fc.array(
    fc.constantFrom(
      '0',
      '00',
      '1',
      '7',
      '9',
      '10',
      '20',
      '99999999999999999999',
      '.',
      '.',
      '+',
      '~',
      'a',
      'Z',
      'z',
      'rc',
    ),
    { maxLength: 5 },
  );
  const made = fc
    .record({
      epoch: fc.constantFrom('', '', '0:', '1:', '12:'),
      upstream: fc.tuple(
        fc.constantFrom('0', '1', '3.16.7', '4.3'),
        run,
        fc.constantFrom('', '-ckt11', '-ckt20', '~rc5', '-'),
      ),
      revision: fc.constantFrom(
        '',
        '-0',
        '-1',
        '-1+deb8u4',
        '-1+deb8u11',
        '-1~bpo8+1',
        '-1+deb8u6~bpo70+1',
        '-1~exp1',
        '-00',
        '-a',
      ),
    })
    .map(({ epoch, upstream: [start, middle, end], revision }) => {
      return `${epoch}${start}${middle.join('')}${end}${revision === '' && end === '-' ? '-1' : revision}`;
    });

  it('is the order of dpkg --compare-versions', () => {
    const related = made.chain((a) =>
      fc.tuple(fc.constant(a), fc.oneof(made, fc.constant(`${a}~`), fc.constant(`${a}0`))),
    );
    const pairs = fc.sample(related, 600);
    expect(pairs.filter((pair) => pair.some((text) => debianScheme.parse(text) === undefined))).toEqual([]);
    const ours = pairs.map(([a, b]) => ({ a, b, order: order(a, b) }));
    const theirs = dpkgOrders(pairs);
    expect(ours).toEqual(pairs.map(([a, b], at) => ({ a, b, order: theirs[at] })));
    // Pairs that are all alike would prove little.
    for (const each of [-1, 0, 1]) expect(theirs).toContain(each);
  });
});

/** One shell asks for all pairs; starting a shell for each would take most of a minute. */
function dpkgOrders(pairs: readonly (readonly [string, string])[]): readonly number[] {
  const script =
    'command -v dpkg >/dev/null || exit 127; while read -r a b; do ' +
    'if dpkg --compare-versions "$a" lt "$b"; then echo -1; elif dpkg --compare-versions "$a" eq "$b"; then echo 0; else echo 1; fi; done';
  const input = pairs.map(([a, b]) => `${a} ${b}\n`).join('');
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { input, encoding: 'utf8', timeout: 120_000 });
  if (status === 127)
    throw new Error('dpkg is not installed: the order of Debian’s versions cannot be compared with it');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.trim().split('\n').map(Number);
}
