import type { Metres, Seconds, Unit, Vec3 } from '../units.ts';
import { chance } from './chance.ts';
import type { Draft } from './draft.ts';
import { mix } from './ease.ts';
import type { Tonight } from './tonight.ts';
import { along, between, direction, level, placed, rightOf } from './vector.ts';

/** A ring is set this far before the feet, where the eye looking ahead sees it run. */
const reach: Metres = 4;
/** None lands within the tree, so far from the middle of its foot. */
const trunk: Metres = 2.4;

const apart = (a: Vec3, b: Vec3): Metres => Math.hypot(a[0] - b[0], a[2] - b[2]);

/** Height of what a foot stands on: the ground, or the water over it. */
export const stepHeight = (tonight: Tonight, x: Metres, z: Metres): Metres =>
  Math.max(0, tonight.world.terrain.height(x, z));

/** The ground where a foot lands: ahead of the walker, to one side and then the other. */
export function footfall(tonight: Tonight, at: Seconds, side: number): Vec3 {
  const { feet, gaze } = tonight.walk(at);
  const ahead = level(between(feet, gaze));
  const { treeFoot } = tonight.world.landmarks;
  const landing = (far: Metres) => along(along(feet, ahead, far), rightOf(ahead), side);
  let far = reach;
  while (far > 0.4 && apart(landing(far), treeFoot) < trunk) far -= 0.2;
  const [x, , z] = landing(far);
  return placed([x, stepHeight(tonight, x, z), z]);
}

/** The instant's speed over the ground, metres a second. */
function pace(tonight: Tonight, at: Seconds): number {
  const a = tonight.walk(Math.max(0, at - 0.4)).feet;
  const b = tonight.walk(Math.min(tonight.length, at + 0.4)).feet;
  return Math.hypot(b[0] - a[0], b[2] - a[2]) / 0.8;
}

export interface Gait {
  readonly from: Seconds;
  readonly to: Seconds;
  /** Times the preset's mean time between steps. */
  readonly every: number;
  readonly strength: readonly [first: Unit, last: Unit];
  readonly duration: Seconds;
  readonly warmth: Unit;
  /** Tells one movement's steps from another's. */
  readonly topic: number;
}

/** Steps of a walker who is not in a hurry: unevenly spaced, none while standing still. */
export function stepsOf(tonight: Tonight, gait: Gait): Draft[] {
  const dice = chance(tonight.seed, tonight.night, gait.topic);
  const every = (tonight.preset.form.stepEvery * gait.every) / tonight.sparse;
  const count = Math.max(1, Math.round((gait.to - gait.from) / every));
  const mean = (gait.to - gait.from) / count;
  const drafts: Draft[] = [];
  for (let n = 0; n < count; n += 1) {
    const at = gait.from + mean * (n + (n === 0 ? 0 : 0.26 * dice.sway(n, 1)));
    if (n > 0 && pace(tonight, at) < 0.1) continue;
    const side = (n % 2 === 0 ? -1 : 1) * (0.5 + 0.9 * dice.unit(n, 2));
    const place = footfall(tonight, at, side);
    const x = n / count;
    drafts.push({
      kind: 'step',
      at,
      duration: gait.duration * (0.85 + 0.3 * dice.unit(n, 3)),
      place,
      strength: mix(gait.strength[0], gait.strength[1], x) * (0.8 + 0.2 * dice.unit(n, 4)),
      pitches: [tonight.ground(place)],
      index: n,
      warmth: gait.warmth + 0.12 * dice.unit(n, 5),
    });
  }
  return drafts;
}

/** A walking direction, for what goes along with the walker. */
export function wayOf(tonight: Tonight, at: Seconds): Vec3 {
  const a = tonight.walk(Math.max(0, at - 1)).feet;
  const b = tonight.walk(Math.min(tonight.length, at + 1)).feet;
  const moved: Vec3 = [b[0] - a[0], 0, b[2] - a[2]];
  if (Math.hypot(moved[0], moved[2]) > 0.05) return direction(moved);
  const { feet, gaze } = tonight.walk(at);
  return level(between(feet, gaze));
}
