import type { GestureId, World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Reached } from './lakeRoots.ts';
import type { Sown } from './lakeSown.ts';

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
 * The seven, healed and small: each a sheet at the end of a root, turned to the eighth, and upright:
 * they are in the lake and no reflections.
 */
export function sowGhosts(reached: readonly Reached[], into: Sown): void {
  reached.forEach(({ centre: [x, y, z], radius, along, right }, who) => {
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
