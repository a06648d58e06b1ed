import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columns, laidOut } from './grid.ts';

interface Size {
  readonly w: number;
  readonly h: number;
}

const place = (sizes: readonly Size[], top: number) =>
  laidOut(
    sizes.map((size): Panel => ({ type: 'stat', gridPos: { x: 0, y: 0, ...size } })),
    top,
  ).flatMap(({ gridPos }) => gridPos ?? []);

type Place = ReturnType<typeof place>[number];

const overlap = (a: Place, b: Place): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

const size = fc.record({ w: fc.integer({ min: 1, max: columns }), h: fc.integer({ min: 1, max: 12 }) });

it('keeps panels in the grid, in their order and apart, whatever their sizes', () => {
  fc.assert(
    fc.property(fc.array(size, { maxLength: 12 }), fc.nat(50), (sizes, top) => {
      const places = place(sizes, top);
      expect(places.map(({ w, h }) => ({ w, h }))).toEqual(sizes);
      for (const [index, { x, y, w }] of places.entries()) {
        expect(x + w).toBeLessThanOrEqual(columns);
        expect(y).toBeGreaterThanOrEqual(places[index - 1]?.y ?? top);
        expect(places.slice(0, index).some((other) => overlap(other, places[index] as Place))).toBe(false);
      }
    }),
  );
});

it('begins a line for a panel that does not fit, below the highest of the one before', () => {
  const sizes = [
    { w: 16, h: 3 },
    { w: 4, h: 5 },
    { w: 5, h: 1 },
  ];
  expect(place(sizes, 7).map(({ x, y }) => [x, y])).toEqual([
    [0, 7],
    [16, 7],
    [0, 12],
  ]);
});
