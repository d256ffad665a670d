import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEasel, type Easel } from '../../src/export/easel.ts';
import { createStage } from '../../src/light/stage.ts';
import { shippedPresets } from '../../src/preset/shipped.ts';
import { open } from '../../src/score/open.ts';
import { halfTangents } from '../../src/score/projection.ts';
import type { Camera } from '../../src/score/types.ts';
import type { Vec3 } from '../../src/units.ts';
import { contrast, difference } from '../laws/pictures.ts';

// From a phone held upright to two screens side by side; and one screen of a 4K wall.

const shapes = [
  ['9:16', 90, 160],
  ['1:1', 120, 120],
  ['16:9', 160, 90],
  ['21:9', 182, 78],
  ['32:9', 224, 63],
] as const;
const [preset] = shippedPresets;
if (preset === undefined) throw new Error('no preset is shipped');
const piece = open(7, preset);
const { tree } = piece.world;

/** Where a place stands in the picture: -1 to 1 across and up; undefined behind the eye. */
function seenAt(camera: Camera, aspect: number, place: Vec3): readonly [number, number] | undefined {
  const { eye, forward, up } = camera;
  const cross = (a: Vec3, b: Vec3): Vec3 => [
    a[1] * b[2] - a[2] * b[1],
    a[2] * b[0] - a[0] * b[2],
    a[0] * b[1] - a[1] * b[0],
  ];
  const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const right = cross(forward, up);
  const way: Vec3 = [place[0] - eye[0], place[1] - eye[1], place[2] - eye[2]];
  const depth = dot(way, forward);
  if (depth <= 0) return undefined;
  const tan = halfTangents(camera, aspect);
  const length = Math.hypot(...right);
  return [dot(way, right) / length / depth / tan.x, dot(way, cross(right, forward)) / length / depth / tan.y];
}

const inside = (at: readonly [number, number] | undefined) =>
  at !== undefined && Math.abs(at[0]) < 1 && Math.abs(at[1]) < 1;

/** Moments outdoors, a few in each movement, off every round number. */
const moments = piece
  .movements(0)
  .filter(({ id }) => id !== 'seed')
  .flatMap(({ id, from, to }) => [0.3, 0.6, 0.9].map((share) => ({ id, t: from + share * (to - from) + 0.0123 })));

/** Open ground, the tree, the inner dark, water, and a crowd. */
const drawn: ReadonlySet<string> = new Set(['moss', 'tree', 'seed', 'lake', 'festival']);

describe.each(shapes)('%s', (_name, width, height) => {
  const aspect = width / height;
  let easel: Easel;

  beforeAll(async () => {
    easel = await createEasel(piece, { width, height, tier: 'none' });
  }, 120_000);
  afterAll(() => easel.dispose());

  test('the horizon stays in the picture wherever 16:9 has it, and so does the tree where it stands in the middle', () => {
    let trees = 0;
    for (const { id, t } of moments) {
      const { camera } = piece.frame(t);
      const far = (heading: Vec3): Vec3 => [
        camera.eye[0] + 9e5 * heading[0],
        camera.eye[1],
        camera.eye[2] + 9e5 * heading[2],
      ];
      const horizon = far(camera.forward);
      if (inside(seenAt(camera, 16 / 9, horizon)))
        expect(inside(seenAt(camera, aspect, horizon)), `${id} ${t}`).toBe(true);
      const wide = seenAt(camera, 16 / 9, tree.crownCentre);
      // A third of the picture's width either side of its middle; an upright picture shows two thirds of that.
      if (wide === undefined || Math.abs(wide[0]) > 0.3 || Math.abs(wide[1]) > 1) continue;
      trees++;
      expect(inside(seenAt(camera, aspect, tree.crownCentre)), `${id} ${t}`).toBe(true);
    }
    expect(trees).toBeGreaterThan(2);
  });

  test('there is something to see, all the way to its edges', () => {
    for (const { id, from, to } of piece.movements(0).filter(({ id }) => drawn.has(id))) {
      const pixels = easel.pixels(piece.frame((from + to) / 2 + 0.123456)).slice();
      expect(pixels.length).toBe(width * height * 4);
      expect(contrast(pixels), id).toBeGreaterThan(2);
      if (id === 'seed') continue;
      const column = (x: number) => Array.from({ length: height }, (_, y) => pixels[(y * width + x) * 4 + 2] ?? 0);
      for (const x of [1, width - 2]) expect(Math.max(...column(x)), `${id}, column ${x}`).toBeGreaterThan(8);
    }
  });
});

test('one screen of a 4K wall shows what the whole picture has there', async () => {
  const [wide, high] = [3840, 2160];
  const crop = { x: 1792, y: 960, width: 256, height: 128 };
  const canvas = document.createElement('canvas');
  const stage = await createStage(piece, { canvas, tier: 'gallery', width: wide, height: high });
  const gl = canvas.getContext('webgl2');
  if (gl === null) throw new Error('this browser has no WebGL2');
  // Few blades, of those that a gallery has: a processor draws this.
  stage.govern(1, 0.03);
  const region = (left: number, low: number): Uint8ClampedArray => {
    stage.draw(piece.frame(68));
    const pixels = new Uint8ClampedArray(crop.width * crop.height * 4);
    gl.readPixels(left, low, crop.width, crop.height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    return pixels;
  };
  const whole = region(crop.x, high - crop.y - crop.height);
  const view = { x: crop.x / wide, y: crop.y / high, width: crop.width / wide, height: crop.height / high };
  stage.resize(crop.width, crop.height, view);
  const part = region(0, 0);
  stage.dispose();
  expect(contrast(part)).toBeGreaterThan(2);
  const off = part.reduce((count, value, n) => count + (Math.abs(value - (whole[n] ?? 0)) > 2 ? 1 : 0), 0);
  expect(off / part.length).toBeLessThan(0.002);
  expect(difference(part, whole).mean).toBeLessThan(0.1);
}, 120_000);
