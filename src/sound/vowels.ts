import type { Decibels, Hertz } from '../units.ts';

/** The four lowest resonances of a vocal tract, and how loud each is beside the first. */
interface Vowel {
  readonly hz: readonly [Hertz, Hertz, Hertz, Hertz];
  readonly db: readonly [Decibels, Decibels, Decibels, Decibels];
}

/**
 * Formants of a speaking man (means of Peterson and Barney 1952; the fourth after Klatt 1980); the levels are those of a
 * soft voice. A shorter tract is the same with all frequencies multiplied.
 */
export const vowels = {
  a: { hz: [730, 1090, 2440, 3400], db: [0, -5, -20, -26] },
  o: { hz: [570, 840, 2410, 3300], db: [0, -7, -26, -32] },
  u: { hz: [330, 870, 2240, 3200], db: [0, -14, -32, -38] },
  e: { hz: [530, 1840, 2480, 3500], db: [0, -13, -18, -28] },
  i: { hz: [290, 2250, 2950, 3600], db: [0, -20, -24, -30] },
  /** As in "hut". */
  uh: { hz: [640, 1190, 2390, 3300], db: [0, -6, -22, -28] },
  /** A hum: the mouth closed, the nose open. */
  m: { hz: [260, 1050, 2200, 3100], db: [0, -22, -34, -42] },
} as const satisfies Readonly<Record<string, Vowel>>;

export type VowelId = keyof typeof vowels;

/** Bandwidths of the four in a voice that sings; a whisper's are about twice as wide, for the glottis stands open. */
export const bandwidths: readonly [Hertz, Hertz, Hertz, Hertz] = [75, 95, 130, 190];
