import { describe, expect, it } from 'vitest';
import { plan } from '../../src/light/size.ts';
import { blades, qualities, tiers, triangles } from '../../src/light/tiers.ts';
import { axes, type View, viewProjection, wholeView } from '../../src/light/view.ts';
import type { Camera } from '../../src/score/types.ts';
import type { Vec3 } from '../../src/units.ts';

const camera: Camera = {
  eye: [3, 1.6, -7],
  forward: [0.6, -0.08, 0.796],
  up: [0, 1, 0],
  fovY: 48,
  focus: 4,
  aperture: 0.5,
};
const aspect = 16 / 9;

/** Where a place falls, in fractions of the picture from its top left, and its depth -1..1. */
function project(matrix: Float32Array, [x, y, z]: Vec3): readonly [number, number, number] {
  const row = (i: number) =>
    (matrix[i] ?? 0) * x + (matrix[4 + i] ?? 0) * y + (matrix[8 + i] ?? 0) * z + (matrix[12 + i] ?? 0);
  const w = row(3);
  return [(row(0) / w + 1) / 2, (1 - row(1) / w) / 2, row(2) / w];
}

describe('the projection', () => {
  it('puts what is straight ahead in the middle', () => {
    const { forward } = axes(camera);
    const ahead: Vec3 = [
      camera.eye[0] + forward[0] * 9,
      camera.eye[1] + forward[1] * 9,
      camera.eye[2] + forward[2] * 9,
    ];
    const [x, y, depth] = project(viewProjection(camera, aspect, wholeView), ahead);
    expect(x).toBeCloseTo(0.5, 5);
    expect(y).toBeCloseTo(0.5, 5);
    expect(depth).toBeGreaterThan(-1);
    expect(depth).toBeLessThan(1);
  });

  it('has y up in the world and down in the picture', () => {
    const matrix = viewProjection(camera, aspect, wholeView);
    const low = project(matrix, [8, 0, 0]);
    const high = project(matrix, [8, 2, 0]);
    expect(high[1]).toBeLessThan(low[1]);
  });

  it('shows in every crop what the whole picture shows there', () => {
    const place: Vec3 = [9.5, 0.4, 1.5];
    const whole = project(viewProjection(camera, aspect, wholeView), place);
    const crops: readonly View[] = [
      { x: 0.25, y: 0.5, width: 0.5, height: 0.25 },
      { x: 0, y: 0, width: 0.2, height: 1 },
      { x: 0.9, y: 0.1, width: 0.3, height: 0.3 },
    ];
    for (const view of crops) {
      const [x, y, depth] = project(viewProjection(camera, aspect, view), place);
      expect(view.x + x * view.width).toBeCloseTo(whole[0], 5);
      expect(view.y + y * view.height).toBeCloseTo(whole[1], 5);
      expect(depth).toBeCloseTo(whole[2], 6);
    }
  });

  it('mirrors the world at y = 0', () => {
    const direct = project(viewProjection(camera, aspect, wholeView), [9, -1.2, 2]);
    const mirrored = project(viewProjection(camera, aspect, wholeView, true), [9, 1.2, 2]);
    expect(mirrored[0]).toBeCloseTo(direct[0], 5);
    expect(mirrored[1]).toBeCloseTo(direct[1], 5);
  });
});

describe('the size of what is drawn', () => {
  it('is the canvas itself for a whole picture, within the tier', () => {
    const gallery = plan(qualities.gallery, 1920, 1080, wholeView);
    expect([gallery.width, gallery.height]).toEqual([1920, 1080]);
    expect(gallery.part).toEqual([0, 0, 1, 1]);
    const none = plan(qualities.none, 1920, 1080, wholeView);
    expect(none.height).toBe(qualities.none.mostHeight);
    expect(none.width / none.height).toBeCloseTo(16 / 9, 2);
  });

  it('adds a margin around a crop, and finds the canvas in it', () => {
    const view: View = { x: 0.5, y: 0.25, width: 0.25, height: 0.5 };
    const tile = plan(qualities.gallery, 1000, 1000, view);
    expect(tile.aspect).toBeCloseTo(4000 / 2000, 6);
    const [x, y, width, height] = tile.part;
    expect(tile.view.x + x * tile.view.width).toBeCloseTo(view.x, 6);
    expect(1 - (tile.view.y + (1 - y - height) * tile.view.height) - view.height).toBeCloseTo(1 - 0.25 - 0.5, 6);
    expect(width * tile.view.width).toBeCloseTo(view.width, 6);
    expect(tile.whole).toEqual([4000, 2000, 2000, 500]);
  });
});

describe('tiers', () => {
  it('stay within what their machines can draw', () => {
    expect(triangles(qualities.none)).toBeLessThan(30_000);
    expect(triangles(qualities.light)).toBeLessThan(120_000);
    expect(triangles(qualities.home)).toBeLessThan(400_000);
    expect(triangles(qualities.gallery)).toBeLessThan(1_000_000);
    expect(triangles(qualities.cinema)).toBeLessThan(1_500_000);
  });

  it('have blades for a gallery', () => {
    expect(blades(qualities.gallery)).toBeGreaterThan(800_000);
  });

  it('ask for less, each than the one before', () => {
    const asked = tiers.map((tier) => qualities[tier]);
    for (const [at, less] of asked.slice(1).entries()) {
      const more = asked[at];
      if (more === undefined) continue;
      for (const key of ['bladeSide', 'groundSide', 'mostHeight', 'motes', 'swarm', 'focusTaps'] as const) {
        expect(less[key], key).toBeLessThanOrEqual(more[key]);
      }
      expect(less.bloom.length).toBeLessThanOrEqual(more.bloom.length);
      expect(triangles(less)).toBeLessThan(triangles(more));
    }
  });

  it('lay their grids so that each fits into the next', () => {
    for (const tier of tiers) expect(qualities[tier].groundSide % 4).toBe(0);
  });
});
