import type { Metres, Radians } from '../../units.ts';
import type { World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';
import { kinds, type Sown } from './lakeSown.ts';

/** What a root has curled about: its middle under the water, and metres along the root to where it closes. */
export interface Curl {
  readonly centre: readonly [x: Metres, y: Metres, z: Metres];
  readonly radius: Metres;
  readonly along: Metres;
  /** Across the view, level; and on which side of the plant it lies, by the sign of the last. */
  readonly right: readonly [x: number, z: number, side: number];
}

type Spot = readonly [aside: Metres, down: Metres];

/**
 * Where the seven curl, seen from the seat: metres aside of the plant, towards the open water, and down; how large; where
 * on the one who is mirrored each begins, which way it sets out, and which way round it closes.
 */
const plan: readonly (readonly [aside: Metres, down: Metres, radius: Metres, from: Spot, out: Spot, round: 1 | -1])[] =
  [
    [-1.55, 1.2, 0.36, [-0.28, 0.5], [-1, -0.3], -1],
    [1.8, 1.5, 0.42, [0.28, 0.5], [1, -0.3], 1],
    [2.7, 0.62, 0.27, [0.5, 0.18], [0.9, 0.45], -1],
    [-0.85, 2.05, 0.32, [-0.3, 0.6], [-0.8, 0.4], -1],
    [3.75, 1.35, 0.38, [0.5, 0.2], [1, 0.1], 1],
    [0.85, 2.22, 0.3, [0.25, 0.7], [0.9, 0.45], 1],
    [-2.7, 0.72, 0.27, [-0.5, 0.16], [-1, 0.1], -1],
  ];

/** A line that bends: points, and metres along. */
interface Line {
  readonly points: readonly Spot[];
  readonly wide: (share: number) => Metres;
  readonly from: Metres;
}

const bent = (a: Spot, b: Spot, c: Spot, d: Spot, t: number): Spot => {
  const s = 1 - t;
  const on = (axis: 0 | 1) =>
    s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
  return [on(0), on(1)];
};

const length = (points: readonly Spot[]): Metres =>
  points.reduce((sum, at, i) => sum + (i === 0 ? 0 : apart(points[i - 1] ?? at, at)), 0);
const apart = (a: Spot, b: Spot): Metres => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Out from the body in one swing (a cubic Bézier), and on without a corner into a closing curl about a middle. */
function mainRoot(which: number, step: Metres): { readonly points: readonly Spot[]; readonly closed: number } {
  const [aside, down, radius, from, out, round] = plan[which] ?? [0, 1, 0.3, [0, 0.8], [1, 0], 1];
  const far = apart(from, [aside, down]);
  const first: Spot = [from[0] + 0.45 * far * out[0], from[1] + 0.45 * far * out[1]];
  // It meets the curl where the curl runs the way that it comes.
  const begin = Math.atan2(-round * (aside - first[0]), round * (down - first[1]));
  const around = (share: number): Spot => {
    const angle = begin + round * share * 2 * Math.PI * 0.6;
    const r = radius * (1.3 - 0.2 * share);
    return [aside + r * Math.cos(angle), down + r * Math.sin(angle)];
  };
  const [entry, next] = [around(0), around(0.004)];
  const reach = apart(from, entry);
  const back = (0.4 * reach) / (apart(entry, next) || 1);
  const last: Spot = [entry[0] - (next[0] - entry[0]) * back, entry[1] - (next[1] - entry[1]) * back];
  const way = Math.max(6, Math.round((1.2 * reach) / step));
  const turns = Math.max(14, Math.round((9 * radius) / step));
  const points = Array.from({ length: way }, (_, i) => bent(from, first, last, entry, i / way));
  for (let i = 0; i <= turns; i++) points.push(around(i / turns));
  return { points, closed: way + Math.round(0.5 * turns) };
}

/** A side shoot: it bends the more the farther it has come, until it is a curl of its own. */
function shoot(start: Spot, heading: Radians, reach: Metres, side: number, step: Metres): readonly Spot[] {
  const steps = Math.max(8, Math.round(reach / (0.6 * step)));
  const points: Spot[] = [start];
  let [x, y] = start;
  for (let i = 1; i <= steps; i++) {
    const share = i / steps;
    const turned = heading + side * (0.5 * share - 6.6 * share ** 3.2);
    x += Math.cos(turned) * (reach / steps);
    y += Math.sin(turned) * (reach / steps);
    points.push([x, y]);
  }
  return points;
}

/**
 * Roots of light in the deep, from the heart and the seat of the one who is mirrored there: one drawing in one plane, in
 * whose seven curls lie the seven scenes.
 * @param step metres between two points of one
 * @param shoots how many side shoots each has
 */
export function sowRoots(
  { lake, landmarks }: World,
  step: Metres,
  shoots: number,
  into: Sown,
): { readonly longest: Metres; readonly curls: readonly Curl[] } {
  const { blossom, seat, treeFoot } = landmarks;
  const far = Math.hypot(blossom[0] - seat[0], blossom[2] - seat[2]) || 1;
  const ahead = [(blossom[0] - seat[0]) / far, (blossom[2] - seat[2]) / far] as const;
  const toTree = -ahead[1] * (treeFoot[0] - seat[0]) + ahead[0] * (treeFoot[2] - seat[2]);
  const open = toTree < 0 ? -1 : 1;
  const right = [-ahead[1] * open, ahead[0] * open] as const;
  // It leans a little from the plane of the body, so that it is never quite flat.
  const place = ([aside, down]: Spot): readonly [number, number, number] => {
    const back = 0.12 * aside * aside * 0.3;
    return [
      blossom[0] + right[0] * aside + ahead[0] * back,
      -Math.max(0.06, down),
      blossom[2] + right[1] * aside + ahead[1] * back,
    ];
  };
  let longest = 0;
  const draw = ({ points, wide, from }: Line): void => {
    let along = from;
    let last: readonly [number, number] | undefined;
    points.forEach((spot, i) => {
      const before = points[i - 1] ?? spot;
      along += apart(before, spot);
      const at = place(spot);
      if (lake.distance(at[0], at[2]) > -0.6) return;
      const next = place(points[i + 1] ?? [2 * spot[0] - before[0], 2 * spot[1] - before[1]]);
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
  };
  const curls = plan.map(([aside, down, radius], which): Curl => {
    const { points, closed } = mainRoot(which, step);
    const whole = length(points);
    draw({ points, wide: (share) => 0.021 * (1 - 0.86 * share) + 0.002, from: 0 });
    for (let n = 0; n < shoots; n++) {
      const of = (key: number) => hashUnit(which * 8 + n, key, 73);
      const share = 0.22 + (0.5 * (n + 0.8 * of(1))) / shoots;
      const i = Math.floor(share * closed);
      const [a = [0, 1], b = [0, 1]]: readonly Spot[] = [points[i] ?? [0, 1], points[i + 1] ?? [0, 1]];
      const side = of(2) < 0.5 ? 1 : -1;
      const reach = (0.35 + 0.55 * of(3)) * Math.min(1, 0.4 * whole);
      draw({
        points: shoot(a, Math.atan2(b[1] - a[1], b[0] - a[0]) + side * 0.35, reach, side, step),
        wide: (at) => 0.01 * (1 - at) + 0.001,
        from: length(points.slice(0, i + 1)),
      });
    }
    return {
      centre: place([aside, down]),
      radius,
      along: length(points.slice(0, closed)),
      right: [right[0], right[1], aside],
    };
  });
  return { longest, curls };
}
