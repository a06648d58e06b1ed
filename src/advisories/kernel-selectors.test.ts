import { describe, expect, it } from 'vitest';
import type { KernelEntry } from '../model/advisory.ts';
import { identifyKernel } from '../versions/kernel-identity.ts';
import { entryFor, type Selection } from './kernel-selectors.ts';

function selected(entries: readonly KernelEntry[], release: string, version?: string): Selection {
  const kernel = identifyKernel(release, version);
  if (kernel === undefined) throw new Error(`${release} is no kernel`);
  return entryFor(entries, kernel, release);
}

function recognises(entry: Omit<KernelEntry, 'ranges'>, release: string, version?: string): boolean {
  const whole = { ...entry, ranges: [] };
  const found = selected([whole], release, version);
  if (typeof found === 'object') expect(found).toEqual({ entry: whole, isOtherFlavour: false });
  return typeof found === 'object' && found.entry === whole;
}

describe('series', () => {
  it.each([
    ['4.1', '4.1.13', true],
    ['4.1', '4.1.0-rc7', true],
    ['4.1', '4.15.2', false],
    ['4.1', '4.10.1', false],
    ['4.1', '14.1.1', false],
    ['4', '4.19.75', true],
    ['4', '5.4.0-131-generic', false],
    ['5.4', '5.4.0-131-generic', true],
    ['3.10', '3.10.0-957.el7.x86_64', true],
    ['3.16', '3.16.0-4-amd64', true],
    ['2.6.32', '2.6.32-5-amd64', true],
    ['2.6.32', '2.6.33.1', false],
  ])('%s with %s: %s', (series, release, expected) => {
    expect(recognises({ upstream: { series: [series] } }, release)).toBe(expected);
    expect(recognises({ upstream: { series: ['9.9', series] } }, release)).toBe(expected);
  });
});

describe('from', () => {
  it.each([
    ['4.3', '4.3.0-rc7+', true],
    ['4.3', '4.3.3', true],
    ['4.3', '4.10.1', true],
    ['4.3', '5.0.1', true],
    ['4.3', '4.2.8', false],
    ['4.3', '3.18.25', false],
    ['4.3', '2.6.32-5-amd64', false],
    ['4.3', '4.4.0-1000-aws', true],
    ['4.3', '4.18.0-305.el8.x86_64', true],
    ['4.19', '4.3.3', false],
  ])('%s with %s: %s', (from, release, expected) => {
    expect(recognises({ upstream: { from } }, release)).toBe(expected);
  });

  it('narrows together with a series', () => {
    const upstream = { series: ['4'], from: '4.3' };
    expect(['4.2.8', '4.3.3', '5.1.1'].map((release) => recognises({ upstream }, release))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('distributions', () => {
  it.each<[Omit<KernelEntry, 'ranges'>, string, string | undefined, boolean]>([
    [{ upstream: {} }, '6.1.55', undefined, true],
    [{ el7: {} }, '3.10.0-957.el7.x86_64', undefined, true],
    [{ el7: {} }, '4.8.6-1.el7.elrepo.x86_64', undefined, false],
    [{ debian: { series: '3.16' } }, '3.16.0-4-amd64', undefined, true],
    [{ debian: { series: '3.2' } }, '3.16.0-4-amd64', undefined, false],
    [{ debian: { series: '3.16' } }, '3.16.7', undefined, false],
    [{ debian: { series: '4.3' } }, '4.3.0-0.bpo.1-amd64', '#1 SMP Debian 4.3.5-1~bpo8+1 (2016-02-23)', true],
    [{ ubuntu: { series: '3.13.0', flavours: ['generic'] } }, '3.13.0-72-generic', undefined, true],
    [{ ubuntu: { series: '3.13.0', flavours: ['generic'] } }, '3.16.0-50-generic', undefined, false],
    [{ ubuntu: { series: '3.13.0', flavours: ['generic'] } }, '3.13.11', undefined, false],
  ])('%j with %s', (entry, release, version, expected) => {
    expect(recognises(entry, release, version)).toBe(expected);
  });
});

const and = { cpus: { at_most: 1 } };
const bionic: KernelEntry = { ubuntu: { series: '5.4.0', flavours: ['generic', 'lowlatency'] }, ranges: [] };
const bionicAws: KernelEntry = { ubuntu: { series: '5.4.0', flavours: ['aws'] }, ranges: [] };
const el7: KernelEntry = { el7: {}, ranges: [] };
const upstream: KernelEntry = { upstream: {}, ranges: [] };
const upstreamAnd: KernelEntry = { upstream: {}, ranges: [], and };
const otherUpstreamAnd: KernelEntry = { upstream: { series: ['4.15'] }, ranges: [], and };

describe('flavours of Ubuntu', () => {
  const own = (entry: KernelEntry) => ({ entry, isOtherFlavour: false });
  const others = (entry: KernelEntry) => ({ entry, isOtherFlavour: true });

  it.each<[string, readonly KernelEntry[], string, Selection]>([
    ['a listed one has its entry', [bionic, upstreamAnd], '5.4.0-131-generic', own(bionic)],
    ['a listed one of a later entry has that', [bionic, bionicAws, upstreamAnd], '5.4.0-1081-aws', own(bionicAws)],
    ['a listed one has what stands before its entry', [upstream, bionic], '5.4.0-131-generic', own(upstream)],
    ['one that is not listed has none', [bionic], '5.4.0-1081-aws', 'other flavour'],
    ['one that is not listed has none by the version alone', [bionic, upstream], '5.4.0-1081-aws', 'other flavour'],
    ['one that is not listed has one that asks for more', [bionic, upstreamAnd], '5.4.0-1081-aws', others(upstreamAnd)],
    [
      'one that is not listed has the first that asks for more',
      [bionic, upstream, otherUpstreamAnd, upstreamAnd],
      '5.4.0-1081-aws',
      others(upstreamAnd),
    ],
    [
      'one that is not listed has none of another series',
      [bionic, otherUpstreamAnd],
      '5.4.0-1081-aws',
      'other flavour',
    ],
    ['one of a series that is not listed is like any kernel', [bionic, upstream], '5.3.0-40-aws', own(upstream)],
    ['one of a series that is not listed may have none', [bionic], '5.3.0-40-generic', undefined],
  ])('%s', (_, entries, release, expected) => {
    expect(selected(entries, release)).toEqual(expected);
  });
});

describe('a release that does not say whose it is', () => {
  it.each([
    ['5.4.0-132'],
    ['5.4.0-132-custom'],
    ['5.4.0-1081'],
    // daily builds of mainline and Pop!_OS
    ['5.4.0-994-generic', '#201911242032 SMP'],
    ['5.4.0-7634-generic', '#38~1592497129~20.04~9a1ea2e-Ubuntu SMP'],
  ])('may be of a series of Ubuntu that is listed: %s', (release, version?: string) => {
    expect(selected([bionic], release, version)).toBe('nobody’s');
    expect(selected([bionic, upstream], release, version)).toBe('nobody’s');
    expect(selected([upstream, bionic], release, version)).toBe('nobody’s');
    expect(selected([bionic, upstreamAnd], release, version)).toEqual({ entry: upstreamAnd, isOtherFlavour: false });
    expect(selected([upstream, el7], release, version)).toEqual({ entry: upstream, isOtherFlavour: false });
  });

  it.each(['3.10.0-957', '3.10.0-957.1.3', '3.10.0-957.1.3.x86_64'])('may be of RHEL 7: %s', (release) => {
    expect(selected([el7], release)).toBe('nobody’s');
    expect(selected([el7, upstream], release)).toBe('nobody’s');
    expect(selected([el7, upstreamAnd], release)).toEqual({ entry: upstreamAnd, isOtherFlavour: false });
    expect(selected([bionic], release)).toBeUndefined();
  });

  it.each([
    '5.4.0',
    '5.4.0-rc7',
    '5.4.0-custom',
    '5.4.132-1',
    '5.4.0-050400-generic',
    '5.40.0-1',
    '15.4.0-1',
    '5.3.0-40',
  ])('is not said of %s', (release) => {
    expect(selected([bionic, el7], release)).toBeUndefined();
    expect(selected([bionic, el7, upstream], release)).toEqual({ entry: upstream, isOtherFlavour: false });
  });

  it('is not said of kernels whose owner is known', () => {
    expect(selected([bionic, upstream], '5.4.0-131-generic')).toMatchObject({ entry: bionic });
    expect(selected([bionic, upstream], '5.4.0-4-amd64')).toMatchObject({ entry: upstream });
    expect(selected([el7, upstream], '3.10.0-957.el7.x86_64')).toMatchObject({ entry: el7 });
  });
});
