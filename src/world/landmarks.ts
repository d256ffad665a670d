import type { Vec3 } from '../units.ts';
import type { Layout } from './layout.ts';
import { aim, type Plan, plan, toward, turned } from './plan.ts';
import type { Trunk } from './trunk.ts';
import type { Landmarks, Terrain } from './types.ts';

/** Metres above the foot at which hands meet the bark, and of the orb's place. */
const SHOULDER = 1.38;
const HEART = 1.5;
/** Radians between the tree and the blossom as the seat sees them, the blossom on the left: each has water of its own. */
export const OFF_AXIS = 0.48;

/** The named places of the walk on a finished ground. */
export function markPlaces(layout: Layout, terrain: Terrain, trunk: Trunk): Landmarks {
  const stand = (p: Plan): Vec3 => [p.x, terrain.height(p.x, p.z), p.z];
  const { approach, seat, spring, mouth } = layout;
  const shoulder = trunk.axis(SHOULDER);
  const reach = trunk.radius(SHOULDER);
  const bark: Vec3 = [shoulder[0] + approach.x * reach, shoulder[1], shoulder[2] + approach.z * reach];
  const view = aim(seat, plan(0, 0));
  const blossom = toward(seat, turned(view, -OFF_AXIS), 2.8 + 3.6);
  const treeward = aim(layout.start, plan(0, 0));
  // Dawn rises on the easterly side of the tree as the start sees it, the dusk lingers on the other.
  const easterly = turned(treeward, 0.1).x > treeward.x ? 1 : -1;
  const dawn = turned(treeward, easterly * 0.6);
  const dusk = turned(treeward, easterly * -0.35);
  return {
    start: stand(layout.start),
    treeFoot: trunk.foot,
    bark,
    // The inner dark is wider than the trunk: its middle lies where an eye that has passed the bark sees it whole.
    heart: [bark[0] - approach.x * 3.3, trunk.foot[1] + HEART, bark[2] - approach.z * 3.3],
    spring: [spring.x, 0, spring.z],
    mouth: [mouth.x, 0, mouth.z],
    seat: stand(seat),
    blossom: [blossom.x, 0, blossom.z],
    dawn: [dawn.x, 0, dawn.z],
    dusk: [dusk.x, 0, dusk.z],
  };
}
