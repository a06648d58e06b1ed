import { describe, expect, it } from 'vitest';
import type { KernelEntry } from '../model/advisory.ts';
import { identifyKernel } from '../versions/kernel-identity.ts';
import { entryFor } from './kernel-selectors.ts';

const recognises = (entry: Omit<KernelEntry, 'ranges'>, release: string, version?: string): boolean => {
  const kernel = identifyKernel(release, version);
  if (kernel === undefined) throw new Error(`${release} is no kernel`);
  const whole = { ...entry, ranges: [] };
  return entryFor([whole], kernel) === whole;
};

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
