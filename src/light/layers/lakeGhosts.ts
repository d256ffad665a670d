import { Geometry } from 'pixi.js';
import type { FigureAtlas, GestureId, World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';

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

/** A point on the flesh of a posed body, in its own space. */
function onBody(
  figures: FigureAtlas,
  pose: Float32Array,
  mote: number,
  who: number,
): readonly [number, number, number] {
  const of = (n: number) => hashUnit(mote, who * 16 + n, 811);
  const lengths = figures.bones.map(({ a, b, ra, rb }) => {
    const d = [0, 1, 2].map((i) => (pose[a * 3 + i] ?? 0) - (pose[b * 3 + i] ?? 0));
    return (Math.hypot(...d) + ra + rb) * (0.03 + ra + rb);
  });
  let left = of(0) * lengths.reduce((sum, length) => sum + length, 0);
  let n = 0;
  while (n + 1 < lengths.length && left > (lengths[n] ?? 0)) left -= lengths[n++] ?? 0;
  const bone = figures.bones[n];
  if (bone === undefined) return [0, 0, 0];
  const { a, b, ra, rb } = bone;
  const t = of(1);
  // Skin, not filling: on a ball about the bone.
  const up = 2 * of(2) - 1;
  const turn = 2 * Math.PI * of(3);
  const flat = Math.sqrt(1 - up * up);
  const radius = (ra + (rb - ra) * t) * (0.8 + 0.2 * of(4));
  const on = (i: number, out: number) => {
    const from = pose[a * 3 + i] ?? 0;
    return from + ((pose[b * 3 + i] ?? 0) - from) * t + out * radius;
  };
  return [on(0, flat * Math.cos(turn)), on(1, up), on(2, flat * Math.sin(turn))];
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
  const out: number[] = [];
  for (let mote = 0; mote < each; mote++) {
    people.forEach(({ pose, x, z, high, facing, scale, there }, who) => {
      if (!there) return;
      const [bx, by, bz] = onBody(figures, pose, mote, who);
      const [c, s] = [Math.cos(facing), Math.sin(facing)];
      const place = [x + (bx * c + bz * s) * scale, high + by * scale, z + (bz * c - bx * s) * scale, who];
      out.push(...place, ...place, ...place);
    });
  }
  return new Geometry({ attributes: { aPlace: { buffer: new Float32Array(out), format: 'float32x4' } } });
}
