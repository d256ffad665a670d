import type { Metres } from '../units.ts';
import { clamp } from './scalar.ts';

/**
 * A posture as directions of limbs: angles are read into unit vectors, blended as vectors, and placed along bones of
 * fixed length, so that no blend ever stretches a body.
 */
export interface Posture {
  /** Forward bow, bend to the left, turn to the left of the chest over the pelvis; degrees. */
  readonly bow?: number;
  readonly bend?: number;
  readonly turn?: number;
  /** Nod down, look to the left, tilt to the left; degrees, over the chest's own. */
  readonly head?: readonly [nod: number, look: number, tilt: number];
  /** Shoulders raised and drawn in, 0..1. */
  readonly hunch?: number;
  /**
   * Upper and lower arm: lift from hanging (0) over level (90) to straight up (180), and round from ahead (0) to the
   * limb's own side (90) to behind (180), across the body negative; degrees, in the chest's frame.
   */
  readonly left?: Limb;
  readonly right?: Limb;
  /** Thigh and shin, the same way, in the pelvis's frame. */
  readonly leftLeg?: Limb;
  readonly rightLeg?: Limb;
  /** The whole body turned to the left, degrees; shifted left, up off the ground, and ahead, metres. */
  readonly facing?: number;
  readonly shift?: readonly [left: Metres, up: Metres, ahead: Metres];
}
export type Limb = readonly [lift: number, round: number, lowerLift: number, lowerRound: number];

export const JOINTS = 20;

const HANG: Limb = [8, 85, 13, 30];
const STAND: Limb = [4, 70, 2, 80];
const RADIAN = Math.PI / 180;

/** How many numbers a posture is blended as: eight limb directions (xyz), then spine, head, hunch, facing, shift. */
export const CHANNELS = 24 + 12;

/** A posture as numbers that may be blended. */
export function channels(p: Posture): Float64Array {
  const out = new Float64Array(CHANNELS);
  const limbs: readonly (readonly [Limb, number])[] = [
    [p.left ?? HANG, 1],
    [p.right ?? HANG, -1],
    [p.leftLeg ?? STAND, 1],
    [p.rightLeg ?? STAND, -1],
  ];
  limbs.forEach(([limb, side], i) => {
    for (let part = 0; part < 2; part++) {
      const lift = (limb[part * 2] ?? 0) * RADIAN;
      const round = (limb[part * 2 + 1] ?? 0) * RADIAN;
      const flat = Math.sin(lift);
      out.set([side * flat * Math.sin(round), -Math.cos(lift), flat * Math.cos(round)], i * 6 + part * 3);
    }
  });
  const [nod, look, tilt] = p.head ?? [0, 0, 0];
  const shift = p.shift ?? [0, 0, 0];
  const turns = [p.bow ?? 0, p.bend ?? 0, p.turn ?? 0, nod, look, tilt].map((angle) => angle * RADIAN);
  out.set([...turns, p.hunch ?? 0, (p.facing ?? 0) * RADIAN, ...shift], 24);
  return out;
}

type Turn = readonly [
  xx: number,
  xy: number,
  xz: number,
  yx: number,
  yy: number,
  yz: number,
  zx: number,
  zy: number,
  zz: number,
];

/** Columns: where left, up and ahead go after bowing (about left), bending (about ahead) and turning (about up). */
function rotation(bow: number, bend: number, turn: number): Turn {
  const cb = Math.cos(bow);
  const sb = Math.sin(bow);
  const cs = Math.cos(bend);
  const ss = Math.sin(bend);
  const ct = Math.cos(turn);
  const st = Math.sin(turn);
  const place = (x: number, y: number, z: number): readonly [number, number, number] => {
    // Bend to the left: up goes towards +x.
    const x1 = x * cs + y * ss;
    const y1 = -x * ss + y * cs;
    const y2 = y1 * cb - z * sb;
    const z2 = y1 * sb + z * cb;
    return [x1 * ct + z2 * st, y2, -x1 * st + z2 * ct];
  };
  return [...place(1, 0, 0), ...place(0, 1, 0), ...place(0, 0, 1)];
}

const UPPER_ARM = 0.295;
const FOREARM = 0.26;
const HAND = 0.16;
const THIGH = 0.44;
const SHIN = 0.43;
const FOOT = 0.19;

/** Lowest a joint's flesh reaches below it: feet, knees, seat. */
const SOLE: readonly (readonly [joint: number, under: Metres])[] = [
  [0, 0.13],
  [13, 0.06],
  [14, 0.075],
  [15, 0.03],
  [17, 0.06],
  [18, 0.075],
  [19, 0.03],
  [7, 0.03],
  [11, 0.03],
];

/** Forward kinematics: joints (JOINTS x 3, xyz) of a body 1.7 m tall, set down on the ground at y = 0. */
export function embody(c: Float64Array, out: Float32Array): Float32Array {
  const put = (joint: number, x: number, y: number, z: number): void => {
    out[joint * 3] = x;
    out[joint * 3 + 1] = y;
    out[joint * 3 + 2] = z;
  };
  /** Joint `to` at an offset from `from`, given in a turned frame. */
  const reach = (to: number, from: number, r: Turn, x: number, y: number, z: number): void => {
    put(
      to,
      (out[from * 3] ?? 0) + r[0] * x + r[3] * y + r[6] * z,
      (out[from * 3 + 1] ?? 0) + r[1] * x + r[4] * y + r[7] * z,
      (out[from * 3 + 2] ?? 0) + r[2] * x + r[5] * y + r[8] * z,
    );
  };
  const at = (i: number): number => c[i] ?? 0;
  const facing = at(31);
  const hips = rotation(0, 0, facing);
  const waist = rotation(at(24) * 0.45, at(25) * 0.5, facing + at(26) * 0.4);
  const chest = rotation(at(24), at(25), facing + at(26));
  const crown = rotation(at(24) + at(27), at(25) + at(29), facing + at(26) + at(28));
  const hunch = at(30);
  put(0, 0, 0.93, 0);
  reach(1, 0, waist, 0, 0.3, -0.01);
  reach(2, 1, chest, 0, 0.22, 0.01 + 0.03 * hunch);
  reach(3, 2, crown, 0, 0.19, 0.035);
  const limb = (i: number, joint: number, frame: Turn, first: number, second: number): void => {
    for (let part = 0; part < 2; part++) {
      const k = i * 6 + part * 3;
      const n = 1 / (Math.hypot(at(k), at(k + 1), at(k + 2)) || 1);
      const long = (part === 0 ? first : second) * n;
      reach(joint + part + 1, joint + part, frame, at(k) * long, at(k + 1) * long, at(k + 2) * long);
    }
  };
  for (const [i, side] of [1, -1].entries()) {
    const shoulder = 4 + i * 4;
    reach(shoulder, 1, chest, side * (0.19 - 0.05 * hunch), 0.155 + 0.055 * hunch, 0.05 * hunch);
    limb(i, shoulder, chest, UPPER_ARM, FOREARM);
    // The hand goes on where the forearm points.
    const wrist = (shoulder + 2) * 3;
    const elbow = (shoulder + 1) * 3;
    for (let a = 0; a < 3; a++) {
      const w = out[wrist + a] ?? 0;
      out[wrist + 3 + a] = w + ((w - (out[elbow + a] ?? 0)) * HAND) / FOREARM;
    }
    const hip = 12 + i * 4;
    reach(hip, 0, hips, side * 0.095, -0.04, 0);
    limb(i + 2, hip, hips, THIGH, SHIN);
    // The foot stays level unless the shin lies down.
    const k = (i + 2) * 6 + 3;
    const lying = clamp((0.75 + at(k + 1)) / 0.6, 0, 1);
    const fx = side * 0.16 * (1 - lying) + at(k) * lying;
    const fz = 1 - lying + at(k + 2) * lying;
    const fy = -0.3 * (1 - lying) + (at(k + 1) * 0.4 - 0.1) * lying;
    const m = FOOT / (Math.hypot(fx, fy, fz) || 1);
    reach(hip + 3, hip + 2, hips, fx * m, fy * m, fz * m);
  }
  let lowest = Infinity;
  for (const [joint, under] of SOLE) lowest = Math.min(lowest, (out[joint * 3 + 1] ?? 0) - under);
  for (let j = 0; j < JOINTS; j++) {
    out[j * 3] = (out[j * 3] ?? 0) + at(32);
    out[j * 3 + 1] = (out[j * 3 + 1] ?? 0) - lowest + at(33);
    out[j * 3 + 2] = (out[j * 3 + 2] ?? 0) + at(34);
  }
  return out;
}
