import type { Unit } from '../units.ts';
import { type EaseName, eases, mix } from './ease.ts';

/** Progress through the movement, value there, and how it is reached from the keyframe before (smooth unless said). */
export type Keyframe = readonly [at: Unit, value: number, ease?: EaseName];

/** One value for a whole movement, keyframes in order of time, or a function of progress. */
export type Track = number | readonly Keyframe[] | ((progress: Unit) => number);

/** The value of a track at a progress; held before its first and after its last keyframe. */
export function sample(track: Track, progress: Unit): number {
  if (typeof track === 'number') return track;
  if (typeof track === 'function') return track(progress);
  let before: Keyframe | undefined;
  for (const key of track) {
    if (progress < key[0]) {
      if (before === undefined) return key[1];
      const ease = eases[key[2] ?? 'smooth'];
      return mix(before[1], key[1], ease((progress - before[0]) / (key[0] - before[0])));
    }
    before = key;
  }
  return before?.[1] ?? 0;
}
