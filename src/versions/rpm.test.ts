import { expect, it } from 'vitest';
import { rpmScheme, rpmvercmp } from './rpm.ts';

/** What RPM 4.15 and later say of these; the caret came with that version. */
it.each([
  ['1.0', '2.0'],
  ['2.0', '2.0.1'],
  ['2.0.1', '2.0.1a'],
  ['5.5p1', '5.5p2'],
  ['5.5p1', '5.5p10'],
  ['10xyz', '10.1xyz'],
  ['xyz10', 'xyz10.1'],
  ['xyz.4', '8'],
  ['xyz.4', '2'],
  ['5.5p2', '5.6p1'],
  ['5.6p1', '6.5p1'],
  ['6.0', '6.0.rc1'],
  ['10a2', '10b2'],
  ['1.0a', '1.0aa'],
  ['10.0001', '10.0039'],
  ['4.999.9', '5.0'],
  ['20101121', '20101122'],
  ['1.0~rc1', '1.0'],
  ['1.0~rc1', '1.0~rc2'],
  ['1.0~rc1~git123', '1.0~rc1'],
  ['1.0', '1.0^'],
  ['1.0^', '1.0^git1'],
  ['1.0^', '1.0A'],
  ['1.0^', '1.0a'],
  ['1.0^git1', '1.0^git2'],
  ['1.0^git1', '1.01'],
  ['1.0^20160101', '1.0.1'],
  ['1.0^20160101^git1', '1.0^20160102'],
  ['1.0~rc1', '1.0~rc1^git1'],
  ['1.0^git1~pre', '1.0^git1'],
  ['957.1.3', '1062.4.1'],
  ['693', '693.17.1'],
  ['1062', '1062.4.1'],
  ['1062.4.1', '1075'],
  ['514.el7', '693.el7'],
  ['9007199254740992', '9007199254740993'],
])('%s is older than %s', (older, newer) => {
  expect(Math.sign(rpmvercmp(older, newer))).toBe(-1);
  expect(Math.sign(rpmvercmp(newer, older))).toBe(1);
});

it.each([
  ['1.05', '1.5'],
  ['10.0001', '10.1'],
  ['2_0', '2.0'],
  ['a', 'a'],
  ['a+', 'a_'],
  ['+a', '_a'],
  ['1.0~rc1', '1.0~rc1'],
  ['1.0^', '1.0^'],
])('%s and %s are the same', (a, b) => {
  expect(rpmvercmp(a, b)).toBe(0);
  expect(rpmvercmp(b, a)).toBe(0);
});

it.each([
  ['1062.4.1', '1062.4.1'],
  ['693.el7', '693'],
  ['1062.4.1.el7.x86_64', '1062.4.1'],
  ['1062.4.1.x86_64', '1062.4.1'],
  ['327.36.3.el7_2', '327.36.3'],
  ['1160.el7.centos.plus.x86_64', '1160'],
])('reads %s as %s', (text, expected) => {
  expect(rpmScheme.parse(text)).toEqual({ text: expected });
});

it.each(['', '.el7', 'el7', '1062 ', '3.10.0-1062.4.1.el7', 'x86_64', '1/2'])('has no version for "%s"', (text) => {
  expect(rpmScheme.parse(text)).toBeUndefined();
});

it('knows a pre-release by its tilde', () => {
  const [candidate, release, next] = ['1.0~rc1', '1.0', '1.1'].map((text) => ({ text }));
  if (candidate === undefined || release === undefined || next === undefined) throw new Error('three versions');
  expect(rpmScheme.isPreReleaseOf(candidate, release)).toBe(true);
  expect(rpmScheme.isPreReleaseOf(candidate, next)).toBe(false);
  expect(rpmScheme.isPreReleaseOf(release, release)).toBe(false);
});
