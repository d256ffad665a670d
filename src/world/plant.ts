import type { Metres, Radians } from '../units.ts';
import { unit } from './hash.ts';
import type { Plant } from './types.ts';

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const PETALS = 55;

/** Seven leaves up the stem and a blossom by Vogel's model (1979): the n-th petal at n golden angles, radius by root n. */
export function growPlant(seed: number): Plant {
  const leaves: { at: number; azimuth: Radians; length: Metres }[] = [];
  for (let i = 0; i < 7; i++) {
    leaves.push({
      at: 0.07 + 0.088 * i + 0.03 * (unit(seed, 101, i) - 0.5),
      azimuth: (i * GOLDEN + 0.35 * (unit(seed, 102, i) - 0.5)) % (2 * Math.PI),
      length: (0.34 - 0.025 * i) * (0.88 + 0.24 * unit(seed, 103, i)),
    });
  }
  const petals: { azimuth: Radians; ring: number; length: Metres }[] = [];
  for (let i = 0; i < PETALS; i++) {
    const ring = Math.sqrt((i + 0.5) / PETALS);
    petals.push({
      azimuth: (i * GOLDEN + 0.06 * (unit(seed, 104, i) - 0.5)) % (2 * Math.PI),
      ring,
      length: (0.07 + 0.17 * ring) * (0.93 + 0.14 * unit(seed, 105, i)),
    });
  }
  return { height: 0.64 + 0.12 * unit(seed, 106), leaves, petals };
}
