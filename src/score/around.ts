import type { Metres, Radians, Vec3 } from '../units.ts';
import type { World } from '../world/types.ts';
import { chance } from './chance.ts';
import type { Tonight } from './tonight.ts';
import { placed } from './vector.ts';

/** A place `beyond` metres outside the lake's shore, `above` the ground or the water there. */
export function onShore(world: World, angle: Radians, beyond: Metres, above: Metres): Vec3 {
  const { lake, terrain } = world;
  const r = lake.shore(angle) + beyond;
  const x = lake.centre[0] + r * Math.cos(angle);
  const z = lake.centre[2] + r * Math.sin(angle);
  return placed([x, Math.max(0, terrain.height(x, z)) + above, z]);
}

/** Angle around the lake's centre of a place. */
export const angleOf = (world: World, place: Vec3): Radians =>
  Math.atan2(place[2] - world.lake.centre[2], place[0] - world.lake.centre[0]);

/**
 * Angles around the lake, unevenly: in crowds of different sizes with gaps between them, some of them always near the
 * seat; on a quiet night all across the water.
 */
export function crowd(tonight: Tonight, topic: number, count: number): Radians[] {
  const dice = chance(tonight.seed, tonight.night, topic);
  const seat = angleOf(tonight.world, tonight.world.landmarks.seat);
  const groups = 5 + dice.below(4, 0);
  const centres = Array.from({ length: groups }, (_, g) => {
    const whole = ((g + 0.25 + 0.5 * dice.unit(1, g)) / groups) * 2 * Math.PI;
    return tonight.quiet ? seat + Math.PI + dice.sway(2, g) : seat + 0.35 + whole * 0.9;
  });
  return Array.from({ length: count }, (_, n) => {
    const centre = centres[dice.below(groups, 3, n)] ?? seat;
    // The mean of three is nearly a bell: dense within, few at the edge.
    const away = (dice.sway(4, n) + dice.sway(5, n) + dice.sway(6, n)) / 3;
    return centre + away * (tonight.quiet ? 0.3 : 0.55);
  });
}
