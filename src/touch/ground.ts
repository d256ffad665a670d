import type { Metres } from '../units.ts';
import type { Terrain } from '../world/types.ts';
import { along, type Ray } from './ray.ts';

export type Ground = Pick<Terrain, 'height' | 'cushion'>;

const NEAREST: Metres = 0.25;
const FARTHEST: Metres = 900;
/** Of the height above ground: rays go no farther than the relief allows between two looks. */
const STRIDE = 0.35;

/**
 * Distance along a ray to the moss, or Infinity where it meets none. Sphere tracing with a stride for height fields
 * (after Hart 1996, "Sphere tracing"), then bisection.
 */
export function groundDistance(terrain: Ground, ray: Ray): Metres {
  const above = (distance: Metres): Metres => {
    const [x, y, z] = along(ray, distance);
    return y - terrain.height(x, z) - terrain.cushion(x, z);
  };
  let before = 0;
  let distance = NEAREST;
  while (distance < FARTHEST) {
    const height = above(distance);
    if (height <= 0) {
      for (let halving = 0; halving < 18; halving++) {
        const middle = (before + distance) / 2;
        if (above(middle) > 0) before = middle;
        else distance = middle;
      }
      return distance;
    }
    before = distance;
    distance += Math.max(0.08 + 0.01 * distance, height * STRIDE);
  }
  return Number.POSITIVE_INFINITY;
}
