import { type Remembered, recall, remember, type TextStore } from '../preset/store.ts';
import type { Seconds, Unit } from '../units.ts';
import { approach, type Pace } from './presence.ts';
import type { Sound } from './sound.ts';

/** Sound comes gently, at the beginning and out of a lingering's breath. */
const PACE: Pace = { rise: 3, fall: 0.5 };

/** The visitor's volume and mute, remembered, and the fades over them. */
export interface Loudness {
  readonly volume: Unit;
  readonly muted: boolean;
  set(volume: Unit): void;
  mute(muted: boolean): void;
  /** Begins from silence again. */
  hush(): void;
  /** Follows the fades: `asked` of the volume. */
  follow(asked: Unit, passed: Seconds): void;
}

export function createLoudness(sound: Sound, store: TextStore, preset: string): Loudness {
  let kept: Remembered = recall(store);
  let level: Unit = 0;
  let told: Unit | undefined;
  const keep = (change: Partial<Remembered>): void => {
    kept = { ...kept, ...change };
    remember(store, kept);
  };
  keep({ preset });
  return {
    get volume() {
      return kept.volume;
    },
    get muted() {
      return kept.muted;
    },
    set: (volume) => keep({ volume: Math.min(1, Math.max(0, Math.round(volume * 100) / 100)) }),
    mute: (muted) => {
      keep({ muted });
      sound.mute(muted);
    },
    hush: () => {
      level = 0;
      told = undefined;
      sound.volume(0);
      sound.mute(kept.muted);
    },
    follow: (asked, passed) => {
      if (!sound.on) return;
      level = approach(level, asked, PACE, passed);
      const volume = kept.volume * level;
      if (volume !== told) sound.volume(volume);
      told = volume;
    },
  };
}
