import type { Metres } from '../../units.ts';
import type { GestureId, World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';
import { dress, garmentRings } from '../figures/garment.ts';
import { kinds, type Sown } from './lakeSown.ts';

/** The seven as they are when healed. */
const held: readonly GestureId[] = [
  'pageHealed',
  'doorHealed',
  'portraitHealed',
  'lampHealed',
  'mirrorHealed',
  'chairHealed',
  'coatHealed',
];

type Point = readonly [x: number, y: number, z: number];

/** Veils thin outwards: how far from the middle a mote is, from a share. */
const veil = (share: number): number => Math.sqrt(1 - (1 - share) ** 0.6);

const joint = (pose: Float32Array, a: number): Point => [pose[a * 3] ?? 0, pose[a * 3 + 1] ?? 0, pose[a * 3 + 2] ?? 0];

/** A point of the garment and the head that a posed body wears, in its own space. */
function onBody(pose: Float32Array, rings: Float32Array, mote: number, who: number): Point {
  const of = (n: number) => hashUnit(mote, who * 16 + n, 811);
  const turn = 2 * Math.PI * of(3);
  const deep = veil(of(4));
  if (of(0) < 0.8) {
    const v = of(1) * (garmentRings - 1.001);
    const low = Math.floor(v);
    const at = (n: number) => {
      const a = rings[low * 8 + n] ?? 0;
      return a + ((rings[low * 8 + 8 + n] ?? 0) - a) * (v - low);
    };
    const [wide, thick] = [at(3) * Math.cos(turn) * deep, at(7) * Math.sin(turn) * deep];
    return [at(0) + at(4) * wide - at(6) * thick, at(1), at(2) + at(6) * wide + at(4) * thick];
  }
  const [x, y, z] = joint(pose, 3);
  const up = 2 * of(2) - 1;
  const flat = Math.sqrt(1 - up * up) * 0.12 * deep;
  return [x + flat * Math.cos(turn), y + 0.14 * up * deep, z + flat * Math.sin(turn)];
}

/** Motes of the seven who are seen far down in the lake and stand nowhere. */
export function sowGhosts({ figures, landmarks, lake }: World, each: number, into: Sown): void {
  const { seat, blossom } = landmarks;
  const ahead = Math.atan2(blossom[2] - seat[2], blossom[0] - seat[0]);
  held.forEach((gesture, who) => {
    const side = who % 2 === 0 ? 1 : -1;
    const turn = ahead + side * (0.13 + 0.085 * Math.floor(who / 2) + 0.05 * hashUnit(who, 1, 812));
    const far = 12.5 + 4.5 * hashUnit(who, 2, 812) + 2.6 * (who % 3);
    const x = seat[0] + Math.cos(turn) * far;
    const z = seat[2] + Math.sin(turn) * far;
    if (lake.distance(x, z) >= -1) return;
    // "Far down": what stands high over a mirror is deep in it.
    const high = 0.7 + 2.4 * hashUnit(who, 3, 812);
    const facing = Math.atan2(seat[0] - x, seat[2] - z) + 0.5 * (hashUnit(who, 4, 812) - 0.5);
    const [c, s] = [Math.cos(facing) * 1.25, Math.sin(facing) * 1.25];
    const pose = figures.pose(gesture, 1);
    const rings = new Float32Array(garmentRings * 8);
    dress(pose, rings, 0);
    for (let mote = 0; mote < each; mote++) {
      const [bx, by, bz] = onBody(pose, rings, mote, who);
      into.disc([x + bx * c + bz * s, high + by * 1.25, z + bz * c - bx * s, who], mote, 0.06, 0.007);
    }
  });
}

/** Height of a seated body's heart in its own space. */
const heart: Metres = 0.64;

/** Legs lie before the body, hands in the lap, the head is bowed: what `sit` leaves open. */
const stilled: Readonly<Record<number, Point>> = {
  3: [0, 0.98, 0.12],
  4: [0.215, 0.765, 0],
  5: [0.27, 0.5, -0.02],
  6: [0.2, 0.25, 0.22],
  7: [0.05, 0.2, 0.3],
  8: [-0.215, 0.765, 0],
  9: [-0.27, 0.5, -0.02],
  10: [-0.2, 0.25, 0.22],
  11: [-0.05, 0.22, 0.3],
  13: [0.46, 0.12, 0.22],
  17: [-0.46, 0.12, 0.22],
};

/** Limbs as rods that swell and thin, and how much of the light each has. */
const limbs: readonly (readonly [a: number, b: number, from: Metres, to: Metres, light: number])[] = [
  [0, 0, 0.17, 0.17, 1.1],
  [0, 1, 0.145, 0.15, 1],
  [1, 2, 0.15, 0.06, 1.1],
  [2, 3, 0.07, 0.09, 1.2],
  [3, 3, 0.128, 0.128, 1.5],
  [1, 4, 0.13, 0.088, 1.1],
  [1, 8, 0.13, 0.088, 1.1],
  [4, 5, 0.078, 0.06, 1.3],
  [8, 9, 0.078, 0.06, 1.3],
  [5, 6, 0.06, 0.045, 1.25],
  [9, 10, 0.06, 0.045, 1.25],
  [6, 7, 0.042, 0.034, 1.2],
  [10, 11, 0.042, 0.034, 1.2],
  [12, 13, 0.135, 0.09, 1.2],
  [16, 17, 0.135, 0.09, 1.2],
  [13, 14, 0.088, 0.06, 1.2],
  [17, 18, 0.088, 0.06, 1.2],
];

/**
 * The eighth, seated where the plant is mirrored, so large that its heart is where the blossom's image would be.
 * @param bodies soft lights that fill it, drawn before its `motes`
 */
export function sowEighth({ figures, landmarks, plant }: World, bodies: number, motes: number, into: Sown): void {
  const { seat, blossom } = landmarks;
  const facing = Math.atan2(seat[0] - blossom[0], seat[2] - blossom[2]);
  const scale = plant.height / heart;
  const [c, s] = [Math.cos(facing) * scale, Math.sin(facing) * scale];
  const pose = figures.pose('sit', 1);
  for (const [at, place] of Object.entries(stilled)) pose.set(place, Number(at) * 3);
  const weights = limbs.map(([a, b, from, to]) => {
    const [p, q] = [joint(pose, a), joint(pose, b)];
    return (Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]) + from + to) * (from + to);
  });
  const whole = weights.reduce((sum, one) => sum + one, 0);
  for (let mote = -bodies; mote < motes; mote++) {
    const of = (n: number) => hashUnit(mote + bodies, n, 813);
    const body = mote < 0;
    // Bodies go evenly over the limbs, so that few fill it.
    let pick = (body ? (mote + bodies + 0.5) / bodies : of(0)) * whole;
    let which = 0;
    while (which < limbs.length - 1 && pick > (weights[which] ?? 0)) pick -= weights[which++] ?? 0;
    const [a, b, from, to, light] = limbs[which] ?? [0, 1, 0.1, 0.1, 1];
    const along = of(1);
    const [p, q] = [joint(pose, a), joint(pose, b)];
    const on = (axis: 0 | 1 | 2) => p[axis] + (q[axis] - p[axis]) * along;
    const radius = from + (to - from) * along;
    const up = 2 * of(2) - 1;
    const flat = Math.sqrt(1 - up * up);
    const turn = 2 * Math.PI * of(3);
    // Mostly on the skin: seen from outside, its edge is the densest.
    const deep = body ? 0.4 * radius * of(4) : radius * (1 - 0.5 * of(4) ** 2.5) * (a === b ? 1 + 0.12 * up : 1);
    const [x, y, z] = [on(0) + deep * flat * Math.cos(turn), on(1) + deep * up, on(2) + deep * flat * Math.sin(turn)];
    const near = 1 / (1 + 9 * (x * x + (y - heart) ** 2));
    const place = [blossom[0] + x * c + z * s, Math.max(0.01, y) * scale, blossom[2] + z * c - x * s] as const;
    into.disc(
      [...place, kinds.eighth],
      Math.max(-1, mote),
      body ? radius * scale * 0.95 : 0.0055 * scale,
      (light * (0.5 + 0.5 * near)) / 1.7,
    );
  }
}
