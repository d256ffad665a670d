import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tile } from '../../src/export/tiles.ts';

const side = fc.integer({ min: 16, max: 32768 });

test('tiles cover the picture once, in rows, and none is drawn larger than allowed', () => {
  fc.assert(
    fc.property(side, side, (width, height) => {
      let y = 0;
      for (const row of tile(width, height, 4096)) {
        let x = 0;
        for (const part of row) {
          expect([part.x, part.y]).toEqual([x, y]);
          x += part.width;
          const { drawn } = part;
          expect(Math.max(drawn.width, drawn.height)).toBeLessThanOrEqual(4096);
          expect(drawn.x).toBeLessThanOrEqual(part.x);
          expect(drawn.y).toBeLessThanOrEqual(part.y);
          expect(drawn.x + drawn.width).toBeGreaterThanOrEqual(part.x + part.width);
          expect(drawn.y + drawn.height).toBeGreaterThanOrEqual(part.y + part.height);
          expect(drawn.x + drawn.width).toBeLessThanOrEqual(width);
          expect(drawn.y + drawn.height).toBeLessThanOrEqual(height);
        }
        expect(x).toBe(width);
        y += row[0]?.height ?? 0;
      }
      expect(y).toBe(height);
    }),
  );
});

test('what fits is drawn in one', () => {
  expect(tile(3840, 2160, 4096).flat()).toEqual([
    { x: 0, y: 0, width: 3840, height: 2160, drawn: { x: 0, y: 0, width: 3840, height: 2160 } },
  ]);
});
