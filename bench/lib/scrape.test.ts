import { describe, expect, it } from 'vitest';
import { sampleOf, samplesOf } from './scrape.ts';

const exposition = [
  '# HELP lag Lag.',
  'lag 0.01',
  'lag_max 0.5',
  'up{daemon="dockerd"} 1',
  'up{daemon="containerd"} 0',
  'timed 7 1700000000000',
  '',
].join('\n');

describe('sampleOf', () => {
  it('finds a sample by its whole name', () => {
    expect(sampleOf(exposition, 'lag')).toBe(0.01);
    expect(sampleOf(exposition, 'up{daemon="containerd"}')).toBe(0);
  });
  it('leaves a timestamp out', () => expect(sampleOf(exposition, 'timed')).toBe(7));
  it('does not make up what is not there', () => expect(sampleOf(exposition, 'la')).toBeUndefined());
});

describe('samplesOf', () => {
  it('gives all series of one metric and of no other', () => {
    expect(samplesOf(exposition, 'up')).toEqual([1, 0]);
    expect(samplesOf(exposition, 'lag')).toEqual([0.01]);
    expect(samplesOf(exposition, 'none')).toEqual([]);
  });
});
