import type { Radians, Vec3 } from '../units.ts';
import type { Stars } from '../world/types.ts';

export type Sky = Pick<Stars, 'count' | 'direction'>;

/** About the width of a fingertip on a screen: within it the brightest star is meant, as it is the one that is seen. */
const FINGERTIP: Radians = 0.04;

/** The star that a direction means: the brightest under the fingertip, else the nearest one. -1 in an empty sky. */
export function starAt({ count, direction }: Sky, [x, y, z]: Vec3): number {
  const near = Math.cos(FINGERTIP);
  let nearest = -1;
  let closest = -2;
  for (let star = 0; star < count; star++) {
    const cosine =
      x * (direction[3 * star] ?? 0) + y * (direction[3 * star + 1] ?? 0) + z * (direction[3 * star + 2] ?? 0);
    // Stars come brightest first.
    if (cosine >= near) return star;
    if (cosine > closest) {
      closest = cosine;
      nearest = star;
    }
  }
  return nearest;
}
