import { parsePreset } from '../../src/preset/parse.ts';
import type { Preset } from '../../src/preset/schema.ts';
import type { Vec3 } from '../../src/units.ts';
import type { World } from '../../src/world/types.ts';
import { openWorld } from '../../src/world/world.ts';

/** A preset with the initial values but for these of its place. */
function presetWith(place: Partial<Preset['place']> = {}): Preset {
  const parsed = parsePreset({ version: 1, id: 'test', title: 'Test', place });
  if (!parsed.ok) throw new Error(parsed.error.reason);
  return parsed.preset;
}

export function world(seed: number, place: Partial<Preset['place']> = {}): World {
  return openWorld(seed, presetWith(place));
}

/** How far the straight line from a to b stays over ground and water, least; up to a share of its way. */
export function clearance(w: World, a: Vec3, b: Vec3, upTo = 0.97): number {
  let least = Infinity;
  for (let k = 1; k <= 300; k++) {
    const f = (k / 300) * upTo;
    const x = a[0] + (b[0] - a[0]) * f;
    const z = a[2] + (b[2] - a[2]) * f;
    least = Math.min(least, a[1] + (b[1] - a[1]) * f - Math.max(0, w.terrain.height(x, z)));
  }
  return least;
}

/** Default seconds of the nine movements. */
export const DURATIONS = [150, 75, 165, 150, 135, 105, 120, 135, 45];
