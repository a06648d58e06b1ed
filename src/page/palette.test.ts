import { describe, expect, it } from 'vitest';
import { palette, properties } from './palette.ts';

/** Relative luminance of `#rrggbb`, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const tones = ['ok', 'info', 'warning', 'critical', 'unknown'] as const;

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  const colours = palette[scheme];

  it.each(['text', 'muted', 'link', ...tones] as const)('%s can be read on the page and on a card', (colour) => {
    expect(contrast(colours[colour], colours.ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours[colour], colours.surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(tones)('%s and text can be read on its own ground', (tone) => {
    expect(contrast(colours[tone], colours[`${tone}Ground`])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.text, colours[`${tone}Ground`])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(tones)('the bar of a meter in %s stands out from its track', (tone) => {
    expect(contrast(colours[tone], colours.line)).toBeGreaterThanOrEqual(3);
  });
});

it('the measure is right', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('names the colours as style sheets do', () => {
  expect(properties(palette.light)).toContain(';--critical-ground:#fce8e8;');
});
