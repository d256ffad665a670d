import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewProjection, wholeView } from '../../src/light/view.ts';
import { cast } from '../../src/touch/cast.ts';
import { along, rayThrough } from '../../src/touch/ray.ts';
import { liveTouches, withTouch } from '../../src/touch/window.ts';
import { plain, seen } from './plain.ts';

const ahead = seen([0, 0, -1]);
/** Straight at a place: the middle of a picture whose camera looks there. */
const at = (x: number, y: number, z: number, more = {}) => cast(plain, seen([x, y - 2.6, z], more), 0.5, 0.5, 16 / 9);

describe('what a finger meets', () => {
  test('moss, where the ray meets the ground', () => {
    const met = at(3, 1, -8);
    expect(met.on).toBe('moss');
    expect(met.place[0]).toBeCloseTo(3, 1);
    expect(met.place[1]).toBeCloseTo(1, 3);
    expect(met.place[2]).toBeCloseTo(-8, 1);
  });

  test('water: the lake’s surface, and the stream’s over its bed', () => {
    expect(at(0, 0.9, -50)).toMatchObject({ on: 'water' });
    expect(at(0, 0.9, -50).place[1]).toBeCloseTo(0.9);
    const dip = at(4, 0.9, -20);
    expect(dip.on).toBe('water');
    expect(dip.place[1]).toBeCloseTo(0.95);
  });

  test('the tree: trunk and crown, not the air beside it', () => {
    expect(at(30, 5, 0).on).toBe('tree');
    expect(at(30, 5, 0).place[0]).toBeLessThan(30);
    expect(at(30, 15, 1).on).toBe('tree');
    expect(at(30, 5, 5).on).toBe('sky');
  });

  test('the sky: the brightest star under the fingertip', () => {
    expect(at(0.015, 2.6 + 0.6, -0.8)).toMatchObject({ on: 'sky', item: 1 });
    expect(at(0.1, 50, 0)).toMatchObject({ on: 'sky', item: 0 });
  });

  test('a lantern at the festival, wherever it is no sky; from inside, always the tree', () => {
    expect(at(0, 0.9, -50, { festival: 1 }).on).toBe('festival');
    expect(at(0.1, 50, 0, { festival: 1 }).on).toBe('sky');
    expect(at(0, 1, -8, { inner: 1 }).on).toBe('tree');
  });

  test('property: every finger meets one finite place', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, unit, fc.double({ min: 0.3, max: 4, noNaN: true }), (u, v, aspect) => {
        const met = cast(plain, ahead, u, v, aspect);
        expect(met.place.every(Number.isFinite)).toBe(true);
        expect(Number.isInteger(met.item) && met.item >= 0).toBe(true);
      }),
    );
  });
});

test.each([16 / 9, 2.4, 4 / 3, 390 / 844])(
  'a finger means what light has drawn there, at an aspect of %f',
  (aspect) => {
    const { camera } = seen([0.3, -0.2, -1]);
    const matrix = viewProjection(camera, aspect, wholeView);
    for (const [u, v] of [
      [0, 0],
      [1, 0.3],
      [0.5, 0.5],
      [0.2, 0.9],
    ] as const) {
      const [x, y, z] = along(rayThrough(camera, u, v, aspect), 12);
      const clip = (row: number) =>
        (matrix[row] ?? 0) * x + (matrix[4 + row] ?? 0) * y + (matrix[8 + row] ?? 0) * z + (matrix[12 + row] ?? 0);
      expect(clip(0) / clip(3)).toBeCloseTo(2 * u - 1, 4);
      expect(clip(1) / clip(3)).toBeCloseTo(1 - 2 * v, 4);
    }
  },
);

describe('the window of touches', () => {
  const touch = (when: number) => ({ id: `v${when}`, at: when, on: 'moss', place: [0, 0, 0], item: 0 }) as const;

  test('holds sixty seconds and eight a second, whatever is drawn over the screen', () => {
    let touches = withTouch([], touch(0));
    for (let i = 1; i <= 200 * 60; i++) {
      touches = withTouch(touches, touch(i / 60));
      const ats = touches.map(({ at }) => at);
      expect(touches.length).toBeLessThanOrEqual(60 * 8 + 1);
      expect(i / 60 - Math.min(...ats)).toBeLessThanOrEqual(60.2);
    }
    expect(liveTouches(touches, 400)).toEqual([]);
  });

  test('stays the very same where nothing changes', () => {
    const touches = withTouch([], touch(10));
    expect(withTouch(touches, touch(10.05))).toBe(touches);
    expect(liveTouches(touches, 69)).toBe(touches);
  });
});
