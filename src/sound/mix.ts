import type { Preset } from '../preset/schema.ts';
import type { Decibels } from '../units.ts';
import { type StemId, stemIds } from './stems.ts';

/** What each stem is set to beside the others before a preset's own trims. */
const balance: Readonly<Record<StemId, Decibels>> = {
  wind: -3,
  whispers: -1,
  bed: -0.5,
  steps: -0.5,
  bark: 0,
  heart: -2,
  seed: 5,
  memory: 1,
  stream: 5,
  stars: 1.5,
  beings: 1.5,
  lake: -6,
  festival: 4.5,
  laughter: 4,
};

/**
 * About the loudness that the balance above gives a whole night, LUFS integrated: the master makes up the rest. Sampled over a
 * night it was -27.9; the decibel in between keeps the festival from the limiter.
 */
const reference = -27;

export function gainOf(level: Decibels): number {
  return 10 ** (level / 20);
}

export function stemLevels(preset: Preset): ReadonlyMap<StemId, Decibels> {
  return new Map(stemIds.map((id) => [id, balance[id] + preset.mix[id]]));
}

export function masterLevel(preset: Preset): Decibels {
  return preset.mix.level - reference;
}
