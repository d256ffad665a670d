import type { Ratio } from './scale.ts';

/** A chord as the bed holds it: five voices, low to high; a voice may double another. */
export type Voicing = readonly Ratio[];

const nearest = (pitchClass: Ratio, to: Ratio): Ratio => pitchClass * 2 ** Math.round(Math.log2(to / pitchClass));

/**
 * Leads the voices of one chord to the tones of the next with the least movement: every way to give the upper voices one
 * of its tones each (at the octave nearest to where the voice is) is weighed by distance, with a price for lost tones,
 * crossings and leaving the range.
 */
export function lead(from: Voicing, tones: readonly Ratio[], bass: Ratio): Voicing {
  const upper = from.slice(1);
  const places = upper.map((voice) =>
    tones.map((tone) => {
      const to = nearest(tone, voice);
      return { to, price: Math.abs(Math.log2(to / voice)) + (to < 0.7 || to > 3.1 ? 1 : 0) };
    }),
  );
  const all = 2 ** tones.length - 1;
  let best: readonly Ratio[] = upper;
  let least = Number.POSITIVE_INFINITY;
  const voices: Ratio[] = [];

  /** Tries every tone for a voice, then for those above it; a way that is too dear already is left. */
  const tryFrom = (voice: number, heard: number, price: number): void => {
    if (price >= least) return;
    const ways = places[voice];
    if (ways === undefined) {
      let lost = 0;
      for (let left = all & ~heard; left > 0; left &= left - 1) lost += 1;
      if (price + 1.5 * lost >= least) return;
      least = price + 1.5 * lost;
      best = voices.slice();
      return;
    }
    for (const [tone, { to, price: moved }] of ways.entries()) {
      const below = voices[voice - 1];
      const ratio = below === undefined ? 2 : to / below;
      const crossed = ratio < 1 ? 0.8 : ratio < 1.035 ? 0.25 : 0;
      voices[voice] = to;
      tryFrom(voice + 1, heard | (1 << tone), price + moved + crossed);
    }
    voices.length = voice;
  };
  tryFrom(0, 0, 0);
  return [bass, ...best];
}
