import type { Curves, Frame, Touch } from '../score/types.ts';
import type { Metres, Unit } from '../units.ts';
import type { World } from '../world/types.ts';
import { type Ground, groundDistance } from './ground.ts';
import { along, minus, type Ray, rayThrough } from './ray.ts';
import { type Sky, starAt } from './sky.ts';
import { treeDistance, type Wood } from './tree.ts';
import { type Brook, lakeDistance, onStream, type Surface } from './water.ts';

/** What a finger meets: a touch before it has a time. */
export type Met = Pick<Touch, 'on' | 'place' | 'item'>;

/** What of a world can be touched; a `World` has it all. */
export interface Touchable {
  readonly terrain: Ground;
  readonly lake: Surface;
  readonly stream: Brook;
  readonly tree: Wood;
  readonly stars: Sky;
  readonly landmarks: Pick<World['landmarks'], 'heart'>;
}

/** What of a frame decides it. */
export interface Seen extends Pick<Frame, 'camera'> {
  readonly curves: Pick<Curves, 'inner'>;
  readonly weights: Pick<Frame['weights'], 'festival'>;
}

/** From here on a movement's own answer to a touch holds. */
const PRESENT: Unit = 0.5;
/** A star is heard from its direction, as far away as the score's own stars. */
const SKY: Metres = 400;

function outdoors(world: Touchable, ray: Ray): Met {
  const ground = groundDistance(world.terrain, ray);
  const lake = lakeDistance(world.lake, ray);
  const tree = treeDistance(world.tree, ray);
  const nearest = Math.min(ground, lake, tree);
  if (nearest === Number.POSITIVE_INFINITY) {
    const star = starAt(world.stars, ray.to);
    return { on: 'sky', place: along(ray, SKY), item: Math.max(0, star) };
  }
  const place = along(ray, nearest);
  if (nearest === tree) return { on: 'tree', place, item: 0 };
  if (nearest === lake) return { on: 'water', place, item: 0 };
  const surface = onStream(world.stream, place);
  return surface === undefined ? { on: 'moss', place, item: 0 } : { on: 'water', place: surface, item: 0 };
}

/**
 * What a finger at a point of the picture meets in the world, through this frame's camera. In the inner dark it is
 * always the tree, from inside; at the festival, water, moss and tree alike give a lantern.
 * @param u 0 left .. 1 right
 * @param v 0 top .. 1 bottom
 * @param aspect width over height of the whole picture
 */
export function cast(world: Touchable, frame: Seen, u: Unit, v: Unit, aspect: number): Met {
  const ray = rayThrough(frame.camera, u, v, aspect);
  if (frame.curves.inner >= PRESENT) {
    const depth = Math.hypot(...minus(world.landmarks.heart, ray.from));
    return { on: 'tree', place: along(ray, Math.max(0.3, depth)), item: 0 };
  }
  const met = outdoors(world, ray);
  return frame.weights.festival >= PRESENT && met.on !== 'sky' ? { ...met, on: 'festival' } : met;
}
