import type { Metres, Unit } from '../../units.ts';
import type { World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';
import { kinds, type Sown } from './lakeSown.ts';

/** What a root reaches: its middle under the water, and metres along the root to where it is met. */
export interface Reached {
  readonly centre: readonly [x: Metres, y: Metres, z: Metres];
  readonly radius: Metres;
  readonly along: Metres;
  /** Across the view, level; and on which side of the plant it lies, by the sign of the last. */
  readonly right: readonly [x: number, z: number, side: number];
}

/** Aside of the plant, towards the open water; down; and away from whoever sits there. */
type Spot = readonly [aside: Metres, down: Metres, back: Metres];

/** Where a root ends, how large a scene lies there (0: none), where it leaves the one who is mirrored, and how it sets out. */
type Plan = readonly [end: Spot, radius: Metres, from: Spot, out: Spot];

/** All come down from the stem at the surface, along the limbs of the one who sits there, and leave it at these places. */
const crown: Spot = [0, 0.02, 0];

/** The seven lie unevenly, most of them far down; then roots that go on into the dark. */
const plan: readonly Plan[] = [
  [[-2.3, 1.7, 0.9], 0.62, [-0.68, 0.36, -0.1], [-0.7, 0.7, 0.1]],
  [[2.4, 2.2, 2.6], 0.66, [0.4, 1.2, 0], [0.7, 0.7, 0.2]],
  [[5.6, 1.7, 4.4], 0.58, [0.7, 0.4, -0.1], [0.8, 0.6, 0.3]],
  [[-2.6, 4.4, 6], 0.46, [-0.22, 1.45, 0], [-0.5, 0.8, 0.4]],
  [[6.2, 4.9, 7.6], 0.7, [0.26, 1.45, 0], [0.6, 0.8, 0.4]],
  [[1.35, 2.5, 0.9], 0.36, [0.3, 1.3, 0], [0.5, 0.8, 0]],
  [[-5.4, 2.6, 5], 0.5, [-0.46, 1, 0], [-0.8, 0.6, 0.4]],
  [[-1.7, 2.9, 1.3], 0, [-0.3, 1.3, 0], [-0.4, 0.9, 0]],
  [[0.3, 5.4, 5.5], 0, [0.02, 1.9, 0], [0.1, 1, 0.4]],
  [[-0.6, 3.4, 1.4], 0, [-0.06, 1.9, 0], [-0.2, 1, 0.1]],
  [[8.6, 3.4, 8], 0, [0.5, 0.9, 0], [0.8, 0.6, 0.5]],
];

const apart = (a: Spot, b: Spot): Metres => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const added = (a: Spot, b: Spot, share: number): Spot => [
  a[0] + b[0] * share,
  a[1] + b[1] * share,
  a[2] + b[2] * share,
];

const bent = (a: Spot, b: Spot, c: Spot, d: Spot, t: Unit): Spot => {
  const s = 1 - t;
  const on = (axis: 0 | 1 | 2) =>
    s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
  return [on(0), on(1), on(2)];
};

/** Out in one swing (a cubic Bézier) and down, as roots go: each seeks its way, by more and more the farther it has come. */
function wandering([from, first, last, end]: readonly [Spot, Spot, Spot, Spot], key: number, step: Metres): Spot[] {
  const far = apart(from, end);
  const count = Math.max(8, Math.round((1.15 * far) / step));
  const of = (n: number) => 2 * Math.PI * hashUnit(key, n, 74);
  const sought = (t: number, n: number) =>
    far *
    t *
    (0.022 * Math.sin(7 * t + of(n)) + 0.016 * Math.sin(17 * t + of(n + 1)) + 0.007 * Math.sin(41 * t + of(n + 2)));
  return Array.from({ length: count + 1 }, (_, i) => {
    const t = i / count;
    return added(bent(from, first, last, end, t), [sought(t, 0), 0.7 * sought(t, 3), sought(t, 6)], 1 - 0.7 * t ** 6);
  });
}

/**
 * Roots of light in the deep, from the one who is mirrored there down into what lies below; the seven scenes are at the
 * ends of seven of them.
 * @param step metres between two points of one
 * @param shoots how many side shoots each has; with none there are only the seven
 */
export function sowRoots(
  { lake, landmarks }: World,
  step: Metres,
  shoots: number,
  into: Sown,
): { readonly longest: Metres; readonly reached: readonly Reached[] } {
  const { blossom, seat, treeFoot } = landmarks;
  const far = Math.hypot(blossom[0] - seat[0], blossom[2] - seat[2]) || 1;
  const ahead = [(blossom[0] - seat[0]) / far, (blossom[2] - seat[2]) / far] as const;
  const toTree = -ahead[1] * (treeFoot[0] - seat[0]) + ahead[0] * (treeFoot[2] - seat[2]);
  const open = toTree < 0 ? -1 : 1;
  const right = [-ahead[1] * open, ahead[0] * open] as const;
  const place = ([aside, down, back]: Spot): readonly [number, number, number] => [
    blossom[0] + right[0] * aside + ahead[0] * back,
    -Math.max(0.06, down),
    blossom[2] + right[1] * aside + ahead[1] * back,
  ];
  let longest = 0;
  const draw = (points: readonly Spot[], wide: (share: Unit) => Metres, from: Metres): Metres => {
    let along = from;
    let last: readonly [number, number] | undefined;
    points.forEach((spot, i) => {
      const before = points[i - 1] ?? spot;
      along += apart(before, spot);
      const at = place(spot);
      if (lake.distance(at[0], at[2]) > -0.6) return;
      const next = place(points[i + 1] ?? added(spot, added(spot, before, -1), 1));
      const way = [next[0] - at[0], next[1] - at[1], next[2] - at[2]] as const;
      const size = Math.hypot(...way) || 1;
      const half = Math.max(1e-3, wide(i / points.length));
      const [a, b, c] = [way[0] / size, way[1] / size, way[2] / size];
      const corner = (side: number) => into.corner([...at, kinds.root + along], [a, b, c, side * half]);
      const pair = [corner(-1), corner(1)] as const;
      if (last) {
        into.triangle(last[0], last[1], pair[0]);
        into.triangle(last[1], pair[1], pair[0]);
      }
      last = pair;
    });
    longest = Math.max(longest, along);
    return along - from;
  };
  const reached: Reached[] = [];
  plan.forEach(([end, radius, from, out], which) => {
    if (shoots === 0 && radius === 0) return;
    const whole = apart(from, end);
    const first = added(from, out, Math.min(0.42 * whole, 0.9));
    const above: Spot = [end[0] - 0.3 * whole * Math.sign(end[0]), end[1] - 0.2 * whole, end[2] - 0.2 * whole];
    // Strands of one stem, they part slowly.
    const [a, b]: readonly [Spot, Spot] = [
      [0.02 * Math.sign(from[0]), 0.55 * from[1], 0],
      added(from, out, -0.3 * from[1]),
    ];
    const joints = Math.ceil(from[1] / step);
    const limb = Array.from({ length: joints }, (_, i) => bent(crown, a, b, from, i / joints));
    const points = [...limb, ...wandering([from, first, above, end], which * 16, step)];
    const length = draw(points, (share) => 0.026 * (1 - share) ** 1.3 + 0.002, 0);
    for (let n = 0; n < shoots; n++) {
      const of = (key: number) => hashUnit(which * 8 + n, key, 73);
      const share = 0.24 + (0.7 * (n + 0.9 * of(1))) / shoots;
      const start = points[Math.floor(share * (points.length - 1))] ?? from;
      const reach = whole * (0.14 + 0.3 * of(2) ** 2) * (1.2 - 0.7 * share);
      const turn = 2 * Math.PI * of(3);
      const tip = added(start, [0.85 * Math.cos(turn), 0.35 + 0.5 * of(4), 0.5 * Math.sin(turn)], reach);
      const side = added(start, [0.7 * Math.cos(turn), -0.05, 0.4 * Math.sin(turn)], 0.5 * reach);
      const lines = [start, side, added(tip, [0, -0.35, 0], reach), tip] as const;
      draw(
        wandering(lines, which * 16 + n + 1, 0.7 * step),
        (at) => 0.011 * (1 - at) * (1.1 - share) + 0.001,
        share * length,
      );
    }
    if (radius === 0) return;
    reached.push({ centre: place(added(end, [0, 0.7, 0], radius)), radius, along: length, right: [...right, end[0]] });
  });
  return { longest, reached };
}
