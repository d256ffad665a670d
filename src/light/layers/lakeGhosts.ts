import type { Metres } from '../../units.ts';
import type { GestureId, World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Curl } from './lakeRoots.ts';
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

/** Places of a posed body that shaders/deep.frag draws it from: head, neck, pelvis, between the feet, and each arm. */
const joints: readonly (readonly number[])[] = [[3], [2], [0], [14, 18], [4], [5], [7], [8], [9], [11]];
/** As they are counted there: two places in a vector. */
export const heldSize = (held.length * joints.length) / 2;

/** How the seven hold themselves as one sees them from aside, in metres: across and up. */
export function heldPoses({ figures }: World): Float32Array {
  const out = new Float32Array(heldSize * 4);
  held.forEach((gesture, who) => {
    const pose = figures.pose(gesture, 1);
    const turn = 0.95 + 0.3 * hashUnit(who, 4, 812);
    joints.forEach((of, i) => {
      const mean = (axis: number) => of.reduce((sum, joint) => sum + (pose[joint * 3 + axis] ?? 0), 0) / of.length;
      out.set([mean(0) * Math.cos(turn) + mean(2) * Math.sin(turn), mean(1)], (who * joints.length + i) * 2);
    });
  });
  return out;
}

/**
 * The seven, healed and small: each a sheet in the curl that a root has laid about it, turned to the eighth, and upright:
 * they are in the lake and no reflections.
 */
export function sowGhosts(curls: readonly Curl[], into: Sown): void {
  curls.forEach(({ centre: [x, y, z], radius, along, right }, who) => {
    const corner = (u: number, v: number) =>
      into.corner(
        [x + right[0] * u * radius, y + v * radius, z + right[1] * u * radius, who],
        [-u * Math.sign(right[2]), v, along, 0],
      );
    const [a, b, c, d] = [corner(-1, -1), corner(1, -1), corner(-1, 1), corner(1, 1)];
    into.triangle(a, b, c);
    into.triangle(b, d, c);
  });
}

/** How many of the eighth's own lengths a metre is. */
const scale: Metres = 1.85;
/** Seen from above a body is foreshortened; this one is drawn as one would see it from its own height. */
const tall = 1.16;
/** Half its width and its height with the light about it, in its own lengths. */
const [wide, high] = [0.62, 1.06];

/**
 * The eighth, seated where the plant is mirrored: a sheet whose middle is under the plant's foot, on which
 * shaders/deep.frag draws it and every ripple that crosses it bends it.
 */
export function sowEighth({ landmarks }: World, [columns, rows]: readonly [number, number], into: Sown): void {
  const { seat, blossom } = landmarks;
  const far = Math.hypot(blossom[0] - seat[0], blossom[2] - seat[2]) || 1;
  const right = [-(blossom[2] - seat[2]) / far, (blossom[0] - seat[0]) / far] as const;
  const corners: number[] = [];
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const u = wide * ((2 * column) / columns - 1);
      const v = -0.03 + (high * row) / rows;
      const [x, z] = [blossom[0] + right[0] * u * scale, blossom[2] + right[1] * u * scale];
      corners.push(into.corner([x, -Math.max(0.005, v) * scale * tall, z, kinds.eighth], [u, v, 0, 0]));
      if (row === 0 || column === 0) continue;
      const at = (back: number) => corners[corners.length - 1 - back] ?? 0;
      const wideRow = columns + 1;
      into.triangle(at(wideRow + 1), at(wideRow), at(1));
      into.triangle(at(wideRow), at(0), at(1));
    }
  }
}
