import type { Vec3 } from '../../units.ts';

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

/** Height, middle's depth, half width, half depth: hips, waist, ribs, breast, shoulders, neck. */
const trunkTable: readonly (readonly [number, number, number, number])[] = [
  [0.87, -0.012, 0.168, 0.112],
  [0.95, -0.014, 0.158, 0.11],
  [1.03, -0.004, 0.134, 0.094],
  [1.1, 0, 0.115, 0.083],
  [1.18, 0.002, 0.128, 0.093],
  [1.26, 0.004, 0.15, 0.11],
  [1.34, 0.002, 0.166, 0.113],
  [1.405, -0.008, 0.135, 0.086],
  [1.45, -0.012, 0.068, 0.06],
  [1.495, -0.004, 0.05, 0.052],
  [1.54, 0.008, 0.05, 0.054],
];
export const trunk: readonly Ring[] = trunkTable.map(([y, z, wide, deep]) =>
  ring([0, y, z], [0, 1, 0], wide, deep, chains.trunk),
);

/** How far down (1 at the knee, 2 at the ankle), half width and depth, and how far its middle lies ahead. */
const legTable: readonly (readonly [number, number, number, number])[] = [
  [0.13, 0.086, 0.104, -0.006],
  [0.3, 0.088, 0.098, 0],
  [0.5, 0.078, 0.088, 0.004],
  [0.78, 0.062, 0.068, 0.004],
  [1, 0.052, 0.06, 0.006],
  [1.18, 0.052, 0.058, -0.008],
  [1.4, 0.055, 0.062, -0.016],
  [1.68, 0.04, 0.045, -0.008],
  [1.94, 0.03, 0.038, 0],
];
const armTable: readonly (readonly [number, number, number])[] = [
  [0.07, 0.044, 0.052],
  [0.3, 0.052, 0.057],
  [0.65, 0.043, 0.047],
  [1, 0.036, 0.038],
  [1.25, 0.041, 0.039],
  [1.6, 0.032, 0.03],
  [1.98, 0.026, 0.02],
];
const between = (a: Vec3, b: Vec3, k: number): Vec3 => plus(plus(a, a, -k), b, k);
const limb = (root: number, t: number): Vec3 =>
  t < 1 ? between(joint(root), joint(root + 1), t) : between(joint(root + 1), joint(root + 2), t - 1);
const wayOf = (root: number, t: number): Vec3 => unit(plus(limb(root, Math.min(2, t + 0.3)), limb(root, t - 0.3), -1));

/** Of side 0 (left) or 1, from the hip down; from the shoulder down. */
export const leg = (side: number): readonly Ring[] =>
  legTable.map(([t, wide, deep, ahead]) =>
    ring(plus(limb(12 + 4 * side, t), [0, 0, 1], ahead), wayOf(12 + 4 * side, t), wide, deep, chains.leg + side),
  );
export const arm = (side: number): readonly Ring[] =>
  armTable.map(([t, wide, deep]) => ring(limb(4 + 4 * side, t), wayOf(4 + 4 * side, t), wide, deep, chains.arm + side));

/** About the head: its middle and half axes. */
const skull = { at: [0, 1.648, 0.028] as Vec3, wide: 0.076, high: 0.118, deep: 0.096 } as const;

/** A point of a ring; angle 0 to the left, a quarter turn ahead. */
export const on = ({ at, wide, deep }: Ring, angle: number, share = 1): Vec3 =>
  plus(plus(at, wide, Math.cos(angle) * share), deep, Math.sin(angle) * share);

/** A point of the head: how high, -1..1. */
export function onHead(angle: number, high: number, share = 1): Vec3 {
  const flat = Math.sqrt(Math.max(0, 1 - high * high)) * share;
  const jaw = 1 - 0.3 * Math.max(0, -high) ** 1.4;
  return [
    skull.at[0] + Math.cos(angle) * flat * skull.wide * jaw,
    skull.at[1] + high * skull.high,
    skull.at[2] + Math.sin(angle) * flat * skull.deep * (1 - 0.2 * Math.max(0, -high)) + 0.012 * Math.max(0, -high),
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
