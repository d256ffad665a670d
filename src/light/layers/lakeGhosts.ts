import { Geometry } from 'pixi.js';
import type { GestureId, World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';
import { dress, garmentRings } from '../figures/garment.ts';

/** The seven as they are when healed, and the eighth. */
const held: readonly GestureId[] = [
  'pageHealed',
  'doorHealed',
  'portraitHealed',
  'lampHealed',
  'mirrorHealed',
  'chairHealed',
  'coatHealed',
];

/** For each mote of the others the eighth has so many. */
const eighths = 4;

const empty = new Float32Array(garmentRings * 8);

type Point = readonly [x: number, y: number, z: number];

/** Veils thin outwards: how far from the middle a mote is, from a share. */
const veil = (share: number): number => Math.sqrt(1 - (1 - share) ** 0.6);

const between = (pose: Float32Array, a: number, b: number, t: number): Point => {
  const on = (axis: number) => (pose[a * 3 + axis] ?? 0) * (1 - t) + (pose[b * 3 + axis] ?? 0) * t;
  return [on(0), on(1), on(2)];
};

/** Shoulder to elbow, elbow to wrist, wrist to hand; left and right. */
const arms: readonly (readonly [number, number])[] = [
  [4, 5],
  [5, 6],
  [6, 7],
  [8, 9],
  [9, 10],
  [10, 11],
];

/** A point of the light that a posed body wears, in its own space. */
function onBody(pose: Float32Array, rings: Float32Array, mote: number, who: number): Point {
  const of = (n: number) => hashUnit(mote, who * 16 + n, 811);
  const part = of(0);
  const turn = 2 * Math.PI * of(3);
  const deep = veil(of(4));
  if (part < 0.58) {
    const v = of(1) * (garmentRings - 1.001);
    const low = Math.floor(v);
    const at = (n: number) => {
      const a = rings[low * 8 + n] ?? 0;
      return a + ((rings[low * 8 + 8 + n] ?? 0) - a) * (v - low);
    };
    const [wide, thick] = [at(3) * Math.cos(turn) * deep, at(7) * Math.sin(turn) * deep];
    return [at(0) + at(4) * wide - at(6) * thick, at(1), at(2) + at(6) * wide + at(4) * thick];
  }
  const head = part > 0.86;
  const [a, b] = head ? [2, 3] : (arms[Math.floor(of(5) * arms.length)] ?? [4, 5]);
  const [x, y, z] = between(pose, a, b, head ? 1.06 : of(1));
  const up = 2 * of(2) - 1;
  const flat = Math.sqrt(1 - up * up);
  const radius = (head ? 0.12 : 0.065) * deep;
  // Sleeves hang.
  const hang = head ? 0 : 0.2 * Math.max(0, of(6) - 0.5);
  return [x + radius * flat * Math.cos(turn), y + radius * up - hang, z + radius * flat * Math.sin(turn)];
}

/**
 * Motes of those who are seen in the lake and stand nowhere: seven far down in it, and the eighth under the plant. Which
 * of the eight in the fourth number; motes of all take turns, so that any prefix is fair.
 */
export function ghostGeometry({ figures, landmarks, lake }: World, each: number): Geometry {
  const { seat, blossom } = landmarks;
  const ahead = Math.atan2(blossom[2] - seat[2], blossom[0] - seat[0]);
  const people = held.map((gesture, i) => {
    const side = i % 2 === 0 ? 1 : -1;
    const turn = ahead + side * (0.13 + 0.085 * Math.floor(i / 2) + 0.05 * hashUnit(i, 1, 812));
    const far = 12.5 + 4.5 * hashUnit(i, 2, 812) + 2.6 * (i % 3);
    const x = seat[0] + Math.cos(turn) * far;
    const z = seat[2] + Math.sin(turn) * far;
    // "Far down": what stands high over a mirror is deep in it.
    const high = 0.7 + 2.4 * hashUnit(i, 3, 812);
    const facing = Math.atan2(seat[0] - x, seat[2] - z) + 0.5 * (hashUnit(i, 4, 812) - 0.5);
    return { pose: figures.pose(gesture, 1), x, z, high, facing, scale: 1.25, there: lake.distance(x, z) < -1 };
  });
  people.push({
    pose: figures.pose('sit', 1),
    x: blossom[0],
    z: blossom[2],
    high: 0,
    facing: Math.atan2(seat[0] - blossom[0], seat[2] - blossom[2]),
    scale: 1.15,
    there: true,
  });
  const worn = people.map(({ pose }) => {
    const rings = new Float32Array(garmentRings * 8);
    dress(pose, rings, 0);
    return rings;
  });
  const out: number[] = [];
  for (let mote = 0; mote < each; mote++) {
    people.forEach(({ pose, x, z, high, facing, scale, there }, who) => {
      if (!there) return;
      const [c, s] = [Math.cos(facing), Math.sin(facing)];
      // The eighth is the nearest and has to be a body: finer, and of more motes.
      for (let n = 0; n < (who === 7 ? eighths : 1); n++) {
        const [bx, by, bz] = onBody(pose, worn[who] ?? empty, mote + n * each, who);
        const place = [x + (bx * c + bz * s) * scale, high + by * scale, z + (bz * c - bx * s) * scale, who];
        out.push(...place, ...place, ...place);
      }
    });
  }
  return new Geometry({ attributes: { aPlace: { buffer: new Float32Array(out), format: 'float32x4' } } });
}
