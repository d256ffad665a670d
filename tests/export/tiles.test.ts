import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tile } from '../../src/export/tiles.ts';

const side = fc.integer({ min: 16, max: 16384 });

test('tiles cover the picture once, in rows, and none is larger than can be drawn', () => {
  fc.assert(
    fc.property(side, side, (width, height) => {
      let y = 0;
      for (const row of tile(width, height)) {
        let x = 0;
        for (const part of row) {
          expect([part.x, part.y]).toEqual([x, y]);
          expect(part.height).toBe(row[0]?.height);
          expect(Math.max(part.width, part.height)).toBeLessThanOrEqual(4096);
          x += part.width;
        }
        expect(x).toBe(width);
        y += row[0]?.height ?? 0;
      }
      expect(y).toBe(height);
    }),
  );
});

test('what fits is drawn in one', () => {
  expect(tile(3840, 2160).flat()).toEqual([{ x: 0, y: 0, width: 3840, height: 2160 }]);
});
