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
  const ways = tones.length ** upper.length;
  let best: readonly Ratio[] = upper;
  let least = Number.POSITIVE_INFINITY;
  for (let way = 0; way < ways; way += 1) {
    let code = way;
    let price = 0;
    const heard = new Set<number>();
    const voices = upper.map((voice) => {
      const tone = code % tones.length;
      code = Math.floor(code / tones.length);
      heard.add(tone);
      const to = nearest(tones[tone] ?? 1, voice);
      price += Math.abs(Math.log2(to / voice));
      if (to < 0.7 || to > 3.1) price += 1;
      return to;
    });
    price += 1.5 * (tones.length - heard.size);
    for (let i = 1; i < voices.length; i += 1) {
      const step = Math.log2((voices[i] ?? 1) / (voices[i - 1] ?? 1));
      if (step < 0) price += 0.8;
      else if (step < 0.05) price += 0.25;
    }
    if (price < least) {
      least = price;
      best = voices;
    }
  }
  return [bass, ...best];
}
