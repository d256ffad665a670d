import type { Vec3 } from '../units.ts';

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

/** a + b * x */
export const along = (a: Vec3, b: Vec3, x: number): Vec3 => [a[0] + b[0] * x, a[1] + b[1] * x, a[2] + b[2] * x];

export const between = (a: Vec3, b: Vec3): Vec3 => [b[0] - a[0], b[1] - a[1], b[2] - a[2]];

export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Of length one; north where there is no direction. */
export function direction(a: Vec3): Vec3 {
  const length = Math.hypot(a[0], a[1], a[2]);
  return length > 1e-9 ? [a[0] / length, a[1] / length, a[2] / length] : [0, 0, -1];
}

/** The level direction of a, of length one. */
export const level = (a: Vec3): Vec3 => direction([a[0], 0, a[2]]);

/** To the right of a level direction, seen from above. */
export const rightOf = (a: Vec3): Vec3 => [-a[2], 0, a[0]];

export const mixVec = (a: Vec3, b: Vec3, x: number): Vec3 => [
  a[0] + (b[0] - a[0]) * x,
  a[1] + (b[1] - a[1]) * x,
  a[2] + (b[2] - a[2]) * x,
];

/** Heading of a direction: radians about y, 0 faces south (+z). */
export const headingOf = (a: Vec3): number => Math.atan2(a[0], a[2]);

/** From one heading to another by the shorter way. */
export const turned = (from: number, to: number, x: number): number => {
  const turn = to - from;
  return from + (turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI))) * x;
};

/** To a tenth of a millimetre, to keep the score's text short. */
export const placed = (a: Vec3): Vec3 => [
  Math.round(a[0] * 1e4) / 1e4,
  Math.round(a[1] * 1e4) / 1e4,
  Math.round(a[2] * 1e4) / 1e4,
];
