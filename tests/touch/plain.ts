import type { Camera } from '../../src/score/types.ts';
import type { Seen, Touchable } from '../../src/touch/cast.ts';

const across = Array.from({ length: 201 }, (_, i) => i - 100);

/** A plain at 1 m; a round lake of 20 m at (0, 0, -60), a stream along z = -20, a pole of a tree, three stars. */
export const plain: Touchable = {
  terrain: {
    height: (x, z) => (Math.hypot(x, z + 60) < 20 ? -2 : Math.abs(z + 20) < 2 ? 0.9 : 1),
    cushion: () => 0,
  },
  lake: { centre: [0, 0.9, -60], distance: (x, z) => Math.hypot(x, z + 60) - 20 },
  stream: {
    centre: new Float32Array(across.flatMap((x) => [x, 0.95, -20])),
    halfWidth: new Float32Array(across.map(() => 1.5)),
  },
  tree: {
    nodes: 11,
    position: new Float32Array(Array.from({ length: 11 }, (_, y) => [30, 1 + y, 0]).flat()),
    radius: new Float32Array(11).fill(0.5),
    parent: new Int32Array(Array.from({ length: 11 }, (_, i) => i - 1)),
    crownCentre: [30, 14, 0],
    crownRadius: 4,
  },
  stars: { count: 3, direction: new Float32Array([0, 1, 0, 0, 0.6, -0.8, 0.02, 0.6, -0.7997]) },
  landmarks: { heart: [30, 2, 0] },
};

const camera: Camera = { eye: [0, 2.6, 0], forward: [0, 0, -1], up: [0, 1, 0], fovY: 50, focus: 10, aperture: 0 };

export const seen = (
  forward: Camera['forward'],
  more: { readonly inner?: number; readonly festival?: number } = {},
): Seen => ({
  camera: { ...camera, forward },
  curves: { inner: more.inner ?? 0 },
  weights: { festival: more.festival ?? 0 },
});
