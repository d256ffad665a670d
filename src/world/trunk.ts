import type { Metres, Vec3 } from '../units.ts';
import { unit } from './hash.ts';
import type { Layout } from './layout.ts';
import { type Plan, turned } from './plan.ts';
import { smoothstep } from './scalar.ts';

/** The trunk below its first fork, known without growing the crown: what hands, roots and the inner dark hold on to. */
export interface Trunk {
  readonly foot: Vec3;
  /** Height above the foot at which the crown's branches begin. */
  readonly fork: Metres;
  /** Radius above the roots' flare. */
  readonly girth: Metres;
  /** Unit: the way it leans. */
  readonly lean: Plan;
  axis(h: Metres): Vec3;
  radius(h: Metres): Metres;
}

/** On which side of the trunk the low limb reaches out, +1 left and -1 right of who comes; the trunk leans the other way. */
export function limbSide(seed: number): number {
  return unit(seed, 72) < 0.5 ? 1 : -1;
}

/** A stout trunk that leans across the view of who comes, twice bent; older trees bend more and flare wider. */
export function raiseTrunk(seed: number, layout: Layout, ground: Metres): Trunk {
  const { treeHeight, treeAge } = layout.place;
  const fork = treeHeight * (0.245 + 0.045 * unit(seed, 71));
  const girth = treeHeight * 0.0405 * (0.72 + 0.28 * treeAge);
  const lean = turned(layout.approach, -limbSide(seed) * (1.25 + 0.6 * unit(seed, 73)));
  const across = { x: -lean.z, z: lean.x };
  const bend = treeHeight * 0.02 * (0.4 + 0.6 * treeAge);
  return {
    foot: [0, ground, 0],
    fork,
    girth,
    lean,
    axis(h) {
      const t = h / fork;
      // Level in its first metre, so that the foot stays where it is.
      const free = smoothstep(0, 1, t) * t;
      const swing = bend * Math.sin(t * 3.4) * smoothstep(0, 0.5, t) * 0.55;
      const along = free * bend * 2.6;
      return [lean.x * along + across.x * swing, ground + h, lean.z * along + across.z * swing];
    },
    radius(h) {
      return girth * (1.1 - (0.2 * h) / fork + 0.6 * Math.exp(-Math.max(h, 0) / (0.036 * treeHeight)));
    },
  };
}
