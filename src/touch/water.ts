import type { Metres, Vec3 } from '../units.ts';
import type { Lake, Stream } from '../world/types.ts';
import { along, type Ray } from './ray.ts';

export type Surface = Pick<Lake, 'centre' | 'distance'>;
export type Brook = Pick<Stream, 'centre' | 'halfWidth'>;

/** Distance along a ray to the lake's surface, or Infinity. */
export function lakeDistance(lake: Surface, ray: Ray): Metres {
  const distance = (lake.centre[1] - ray.from[1]) / ray.to[1];
  if (!(distance > 0) || !Number.isFinite(distance)) return Number.POSITIVE_INFINITY;
  const [x, , z] = along(ray, distance);
  return lake.distance(x, z) < 0 ? distance : Number.POSITIVE_INFINITY;
}

/** Where the stream's surface lies over (or in reach of) a place on the ground; undefined away from it. */
export function onStream({ centre, halfWidth }: Brook, [x, , z]: Vec3): Vec3 | undefined {
  let best: Vec3 | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let point = 0; point < halfWidth.length; point++) {
    const off = Math.hypot((centre[3 * point] ?? 0) - x, (centre[3 * point + 2] ?? 0) - z);
    if (off < least && off < (halfWidth[point] ?? 0)) {
      least = off;
      best = [x, centre[3 * point + 1] ?? 0, z];
    }
  }
  return best;
}
