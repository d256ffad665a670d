import type { Vec3 } from '../units.ts';
import type { Layout } from './layout.ts';
import { aim, type Plan, plan, toward, turned } from './plan.ts';
import { shoreDistance } from './terrain.ts';
import type { Trunk } from './trunk.ts';
import type { Landmarks, Terrain } from './types.ts';

/** Metres above the foot at which hands meet the bark, and of the orb's place. */
const SHOULDER = 1.38;
const HEART = 1.5;
/** Radians between the tree and the blossom as the seat sees them, metres to the blossom, and from the shore to it at least. */
const OFF_AXIS = 0.48;
const NEAR = 7.2;
const AFLOAT = 2;

const besideTree = ({ seat }: Layout, turn: number, far: number): Plan =>
  toward(seat, turned(aim(seat, plan(0, 0)), turn), far);

/** Radians from the tree to the blossom: to the left, or to the right where there is plainly more water; each has its own. */
export function offAxis(layout: Layout): number {
  const dry = (turn: number): number => {
    const { x, z } = besideTree(layout, turn, NEAR);
    return shoreDistance(layout, x, z);
  };
  return dry(-OFF_AXIS) > dry(OFF_AXIS) + 0.8 ? OFF_AXIS : -OFF_AXIS;
}

/** Where the blossom grows: near, and in the water all round. */
function inWater(layout: Layout): Plan {
  const turn = offAxis(layout);
  for (let far = NEAR; far < 12; far += 0.2) {
    const at = besideTree(layout, turn, far);
    if (shoreDistance(layout, at.x, at.z) < -AFLOAT) return at;
  }
  return besideTree(layout, turn, 9);
}

/** The named places of the walk on a finished ground. */
export function markPlaces(layout: Layout, terrain: Terrain, trunk: Trunk): Landmarks {
  const stand = (p: Plan): Vec3 => [p.x, terrain.height(p.x, p.z), p.z];
  const { approach, seat, spring, mouth } = layout;
  const shoulder = trunk.axis(SHOULDER);
  const reach = trunk.radius(SHOULDER);
  const bark: Vec3 = [shoulder[0] + approach.x * reach, shoulder[1], shoulder[2] + approach.z * reach];
  const blossom = inWater(layout);
  const treeward = aim(layout.start, plan(0, 0));
  // Dawn rises on the easterly side of the tree as the start sees it, the dusk lingers on the other.
  const easterly = turned(treeward, 0.1).x > treeward.x ? 1 : -1;
  const dawn = turned(treeward, easterly * 0.15);
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
