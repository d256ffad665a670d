import type { Metres } from '../units.ts';
import type { Tree } from '../world/types.ts';
import { along, dot, minus, type Ray } from './ray.ts';

export type Wood = Pick<Tree, 'nodes' | 'position' | 'radius' | 'parent' | 'crownCentre' | 'crownRadius'>;

/** A finger is wider than a twig: every branch is taken for at least this thick, and more at a distance. */
const SLACK: Metres = 0.12;
const SLACK_AT_DISTANCE = 0.012;
/** Leaves thin out towards the edge of the crown. */
const CROWN = 0.88;

/** Distance along the ray to its point closest to the middle of a branch, where that lies within the branch's radius. */
function branches(tree: Wood, ray: Ray): Metres {
  const { position, radius, parent } = tree;
  const [fx, fy, fz] = ray.from;
  const [tx, ty, tz] = ray.to;
  let nearest = Number.POSITIVE_INFINITY;
  for (let node = 0; node < tree.nodes; node++) {
    const other = parent[node] ?? -1;
    const end = other < 0 ? node : other;
    const x = ((position[3 * node] ?? 0) + (position[3 * end] ?? 0)) / 2 - fx;
    const y = ((position[3 * node + 1] ?? 0) + (position[3 * end + 1] ?? 0)) / 2 - fy;
    const z = ((position[3 * node + 2] ?? 0) + (position[3 * end + 2] ?? 0)) / 2 - fz;
    const distance = x * tx + y * ty + z * tz;
    if (distance <= 0 || distance >= nearest) continue;
    const off = x * x + y * y + z * z - distance * distance;
    const half =
      Math.hypot(
        (position[3 * node] ?? 0) - (position[3 * end] ?? 0),
        (position[3 * node + 1] ?? 0) - (position[3 * end + 1] ?? 0),
        (position[3 * node + 2] ?? 0) - (position[3 * end + 2] ?? 0),
      ) / 2;
    const reach = Math.max(radius[node] ?? 0, half) + SLACK + SLACK_AT_DISTANCE * distance;
    if (off < reach * reach) nearest = Math.max(0.4, distance - (radius[node] ?? 0));
  }
  return nearest;
}

/** Distance to where the ray comes closest to the middle of the crown, if it goes through the leaves. */
function crown(tree: Wood, ray: Ray): Metres {
  const middle = minus(tree.crownCentre, ray.from);
  const distance = dot(middle, ray.to);
  if (distance <= 0) return Number.POSITIVE_INFINITY;
  const off = Math.hypot(...minus(along(ray, distance), tree.crownCentre));
  return off < tree.crownRadius * CROWN ? distance : Number.POSITIVE_INFINITY;
}

/** Distance along a ray to the tree's wood or leaves, or Infinity. */
export function treeDistance(tree: Wood, ray: Ray): Metres {
  return Math.min(branches(tree, ray), crown(tree, ray));
}
