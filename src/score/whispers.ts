import type { Seconds, Unit } from '../units.ts';
import { chance } from './chance.ts';
import type { Draft } from './draft.ts';
import { mix } from './ease.ts';
import type { Tonight } from './tonight.ts';
import { placed } from './vector.ts';

/** At most one whisper in each slot: no second, wherever it begins, holds more than eight. */
const slot: Seconds = 1 / 7;

/** How dense and how far on the way from breath to song the whispers are at a time. */
export interface Whispering {
  readonly from: Seconds;
  readonly to: Seconds;
  density(at: Seconds): Unit;
  voiced(at: Seconds): Unit;
}

/** Below this a whisper is breath alone and has no pitch. */
const sungFrom = 0.42;

/** Featured whispers: a leaf glints, and from its place comes a whisper, later a tone of the chord. */
export function whispersOf(tonight: Tonight, { from, to, density, voiced }: Whispering): Draft[] {
  const { tree } = tonight.world;
  const dice = chance(tonight.seed, tonight.night, 55);
  const leaves = Math.max(1, Math.min(1000, tree.whispers, tree.leaves));
  const amount = 0.8 * tonight.preset.music.density * tonight.sparse;
  const drafts: Draft[] = [];
  for (let n = 0; from + n * slot < to; n += 1) {
    const at = from + (n + dice.unit(n, 1)) * slot;
    const dense = density(at);
    if (at >= to || dice.unit(n, 2) >= Math.min(1, dense * amount)) continue;
    const leaf = dice.below(leaves, n, 3);
    const song = voiced(at);
    const x = tree.leafPosition[leaf * 3] ?? 0;
    const y = tree.leafPosition[leaf * 3 + 1] ?? 0;
    const z = tree.leafPosition[leaf * 3 + 2] ?? 0;
    const sung = song >= sungFrom && dice.unit(n, 4) < (song - sungFrom) / (0.8 - sungFrom);
    const chord = tonight.chord(at);
    const tone = chord[1 + dice.below(Math.max(1, chord.length - 1), n, 5)] ?? tonight.pitch(0);
    const height = (y - tree.crownCentre[1]) / Math.max(1, tree.crownRadius);
    const octave = height > 0.35 ? 2 : height < -0.5 ? 0.5 : 1;
    drafts.push({
      kind: 'whisper',
      at,
      duration: mix(1.1, 3.6, song) * (0.75 + 0.5 * dice.unit(n, 6)),
      place: placed([x, y, z]),
      strength: (0.25 + 0.5 * dice.unit(n, 7)) * (0.55 + 0.45 * dense),
      pitches: sung ? [Math.max(110, Math.min(780, tone * octave))] : [],
      index: n,
      item: leaf,
      warmth: 0.15 + 0.7 * song,
    });
  }
  return drafts;
}
