import type { Metres, Vec3 } from '../../units.ts';

/** The body at rest, as threads are laid on it: x to its left, y up, z ahead, metres; joints as the world's figures have them. */
const unit = (v: Vec3): Vec3 => {
  const length = Math.hypot(...v) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
};
export const plus = (a: Vec3, b: Vec3, k = 1): Vec3 => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export { unit };

/** Ways of limbs at rest on the left side: arms a little out, palms ahead. */
export const ways = {
  upper: unit([0.36, -0.92, 0.06]),
  fore: unit([0.34, -0.88, 0.3]),
  thigh: unit([0.08, -0.99, 0.05]),
  shin: unit([0.03, -0.99, -0.09]),
  foot: unit([0.15, -0.28, 0.94]),
  head: unit([0, 0.19, 0.035]),
} as const;

export const sided = (v: Vec3, side: number): Vec3 => [v[0] * side, v[1], v[2]];

function joints(): readonly Vec3[] {
  const out: Vec3[] = [
    [0, 0.93, 0],
    [0, 1.23, -0.01],
    [0, 1.45, 0],
    [0, 1.64, 0.035],
  ];
  const chain = (side: number, from: Vec3, steps: readonly (readonly [Vec3, number])[]) => {
    let at = sided(from, side);
    out.push(at);
    for (const [way, length] of steps) {
      at = plus(at, sided(way, side), length);
      out.push(at);
    }
  };
  const { upper, fore, thigh, shin, foot } = ways;
  for (const side of [1, -1]) {
    chain(
      side,
      [0.19, 1.385, -0.01],
      [
        [upper, 0.295],
        [fore, 0.26],
        [fore, 0.16],
      ],
    );
  }
  for (const side of [1, -1]) {
    chain(
      side,
      [0.095, 0.89, 0],
      [
        [thigh, 0.44],
        [shin, 0.43],
        [foot, 0.19],
      ],
    );
  }
  return out;
}

const restJoints = joints();
export const joint = (i: number): Vec3 => restJoints[i] ?? [0, 0, 0];
export const floor = joint(14)[1] - 0.075;

/** Parts that threads run along; of two sides, the left one first. */
export const chains = { trunk: 0, arm: 1, leg: 3 } as const;

/** A ring about a part: its middle and its half axes, to the left and ahead. */
export interface Ring {
  readonly at: Vec3;
  readonly wide: Vec3;
  readonly deep: Vec3;
  readonly chain: number;
}

const ring = (at: Vec3, way: Vec3, wide: number, deep: number, chain: number): Ring => {
  const ahead = unit(cross([1, 0, 0], way));
  const left = unit(cross(way, ahead));
  const turn = left[0] < 0 ? -1 : 1;
  const fore = ahead[2] < 0 ? -1 : 1;
  return { at, wide: plus([0, 0, 0], left, wide * turn), deep: plus([0, 0, 0], ahead, deep * fore), chain };
};

/** What lies between two lines of a table whose first column grows, along a soft curve (Catmull-Rom). */
function among<T extends readonly number[]>(table: readonly T[], x: number): readonly number[] {
  const last = table.length - 1;
  let i = 0;
  while (i + 2 <= last && (table[i + 1]?.[0] ?? x) <= x) i++;
  const line = (k: number) => table[Math.min(last, Math.max(0, k))] ?? [];
  const [p, q, r, s] = [line(i - 1), line(i), line(i + 1), line(i + 2)];
  const t = (x - (q[0] ?? 0)) / ((r[0] ?? 1) - (q[0] ?? 0));
  return q.map((b, k) => {
    const [a, c, d] = [p[k] ?? b, r[k] ?? b, s[k] ?? b];
    return t < 0
      ? b + t * (c - b)
      : 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3);
  });
}

/** Height, middle's depth, half width, half depth: hips, waist, ribs, breast, shoulders, neck. */
const trunkTable: readonly (readonly [number, number, number, number])[] = [
  [0.87, -0.012, 0.172, 0.112],
  [0.95, -0.014, 0.162, 0.11],
  [1.03, -0.004, 0.134, 0.094],
  [1.1, 0, 0.116, 0.083],
  [1.18, 0.002, 0.129, 0.093],
  [1.26, 0.004, 0.15, 0.11],
  [1.34, 0.002, 0.166, 0.112],
  [1.405, -0.006, 0.158, 0.088],
  [1.45, -0.014, 0.098, 0.066],
  [1.495, -0.008, 0.057, 0.056],
  [1.54, 0.006, 0.051, 0.055],
];
export const trunkAt = (high: Metres): Ring => {
  const [, z = 0, wide = 0.1, deep = 0.1] = among(trunkTable, high);
  return ring([0, high, z], [0, 1, 0], wide, deep, chains.trunk);
};

/** How far down (1 at the knee, 2 at the ankle), half width and depth, and how far its middle lies ahead. */
const legTable: readonly (readonly [number, number, number, number])[] = [
  [0.13, 0.086, 0.104, -0.006],
  [0.3, 0.088, 0.098, 0],
  [0.5, 0.078, 0.088, 0.004],
  [0.78, 0.062, 0.068, 0.004],
  [1, 0.051, 0.058, 0.006],
  [1.18, 0.052, 0.06, -0.008],
  [1.4, 0.056, 0.064, -0.018],
  [1.68, 0.041, 0.046, -0.01],
  [1.94, 0.031, 0.04, 0],
];
const armTable: readonly (readonly [number, number, number])[] = [
  [-0.2, 0.018, 0.022],
  [-0.1, 0.043, 0.046],
  [0.07, 0.05, 0.056],
  [0.3, 0.05, 0.055],
  [0.65, 0.042, 0.046],
  [1, 0.035, 0.037],
  [1.25, 0.04, 0.039],
  [1.6, 0.031, 0.03],
  [1.98, 0.026, 0.02],
];
const between = (a: Vec3, b: Vec3, k: number): Vec3 => plus(plus(a, a, -k), b, k);
const limb = (root: number, t: number): Vec3 =>
  t < 1 ? between(joint(root), joint(root + 1), t) : between(joint(root + 1), joint(root + 2), t - 1);
const wayOf = (root: number, t: number): Vec3 => unit(plus(limb(root, Math.min(2, t + 0.3)), limb(root, t - 0.3), -1));

/** Of side 0 (left) or 1, so far down from the hip, from the shoulder. */
export function legAt(side: number, t: number): Ring {
  const [, wide = 0, deep = 0, ahead = 0] = among(legTable, t);
  return ring(plus(limb(12 + 4 * side, t), [0, 0, 1], ahead), wayOf(12 + 4 * side, t), wide, deep, chains.leg + side);
}
export function armAt(side: number, t: number): Ring {
  const [, wide = 0, deep = 0] = among(armTable, t);
  return ring(limb(4 + 4 * side, t), wayOf(4 + 4 * side, t), wide, deep, chains.arm + side);
}

/** About the head: its middle and half axes. */
const skull = { at: [0, 1.648, 0.024] as Vec3, wide: 0.077, high: 0.119, deep: 0.098 } as const;

/** Down the face: how high, how far it stands out: brow, eyes, nose, lips, chin. */
const profile: readonly (readonly [number, number])[] = [
  [-1, -0.01],
  [-0.84, 0.01],
  [-0.66, -0.002],
  [-0.5, 0.007],
  [-0.32, 0.024],
  [-0.12, 0.006],
  [0.06, -0.006],
  [0.26, 0.006],
  [0.6, 0],
];

/** A point of a ring; angle 0 to the left, a quarter turn ahead. */
export const on = ({ at, wide, deep }: Ring, angle: number, share = 1): Vec3 =>
  plus(plus(at, wide, Math.cos(angle) * share), deep, Math.sin(angle) * share);

/** A point of the head: how high, -1..1. */
export function onHead(angle: number, high: number, share = 1): Vec3 {
  const low = Math.max(0, -high);
  const flat = Math.sqrt(Math.max(0, 1 - high * high)) * share;
  const fore = Math.max(0, Math.sin(angle));
  // A face is flatter than a ball, and goes down farther.
  const face = (1 - low ** 3) ** (1 / 3) * share;
  const deep = flat + (face - flat) * (low > 0 ? fore : 0);
  const [, out = 0] = high < 0.6 ? among(profile, high) : [];
  const ridge = Math.exp(-((Math.cos(angle) / 0.34) ** 2)) * (fore > 0 ? 1 : 0) * share;
  return [
    skull.at[0] + Math.cos(angle) * flat * skull.wide * (1 - 0.24 * low ** 1.4),
    skull.at[1] + high * skull.high,
    skull.at[2] + Math.sin(angle) * deep * skull.deep * (1 - 0.16 * low) + 0.012 * low + out * ridge,
  ];
}

const smooth = (from: number, to: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

export interface Bound {
  /** Which joint it turns about, see shaders/woven.vert, and how far it goes with the bone beyond. */
  readonly pivot: number;
  readonly weight: number;
  readonly joint: Vec3;
}

/** What carries a point of a part. */
export function bind(p: Vec3, chain: number): Bound {
  const to = (pivot: number, j: number, weight: number): Bound => ({ pivot, weight, joint: joint(j) });
  if (chain === chains.trunk) {
    if (p[1] > 1.4) return to(2, 2, smooth(1.44, 1.57, p[1]));
    return p[1] > 1.08 ? to(1, 1, smooth(1.09, 1.37, p[1])) : to(0, 0, smooth(0.84, 1.07, p[1]));
  }
  const leggy = chain >= chains.leg;
  const side = chain - (leggy ? chains.leg : chains.arm);
  const root = (leggy ? 12 : 4) + 4 * side;
  const sign = side === 0 ? 1 : -1;
  const [first, second, third] = leggy ? [ways.thigh, ways.shin, ways.foot] : [ways.upper, ways.fore, ways.fore];
  const beyond = (j: number, way: Vec3) => dot(plus(p, joint(j), -1), sided(way, sign));
  const base = 3 + 6 * side + (leggy ? 3 : 0);
  if (beyond(root + 1, first) < -0.15) {
    return to(base, root, leggy ? smooth(-0.1, 0.15, beyond(root, first)) : smooth(-0.07, 0.1, beyond(root, first)));
  }
  if (beyond(root + 2, second) < (leggy ? -0.12 : -0.15))
    return to(base + 1, root + 1, smooth(-0.09, 0.09, beyond(root + 1, second)));
  return leggy
    ? to(base + 2, root + 2, smooth(-0.03, 0.05, beyond(root + 2, third)))
    : to(base + 2, root + 2, smooth(-0.15, 0.02, beyond(root + 2, second)));
}
