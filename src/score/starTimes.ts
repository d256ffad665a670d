import type { Unit } from '../units.ts';

/** Seconds from the beginning of a `star` event: it is cold at once, warms, and only then its bell sounds. */
export const starTimes = {
  coldest: 0.8,
  warms: 1.3,
  bell: 3,
  length: 10,
} as const;

/** Progress through Stream at which a part of the stars is chosen: none while the eyes are on the water at the feet. */
export const lookingUp = (part: Unit): Unit => (part < 0.65 ? 0.1 + 0.52 * part : 0.77 + 0.38 * (part - 0.65));
