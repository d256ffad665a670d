import * as v from 'valibot';
import type { Seconds, Unit } from '../units.ts';
import { presetId } from './schema.ts';

/** What is needed of `localStorage`. Both may throw: storage can be full or forbidden. */
export interface TextStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** What is remembered between two visits. */
export interface Remembered {
  readonly preset: string;
  readonly volume: Unit;
  readonly muted: boolean;
  /** By how much the picture is shown later than the sound's own clock says, for screens and speakers that lag. */
  readonly offset: Seconds;
}

const KEY = 'mosslight';
const LARGEST = 4096;

export const unremembered: Remembered = Object.freeze({ preset: 'twilight', volume: 0.7, muted: false, offset: 0 });

function bounded(min: number, max: number) {
  return v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max));
}

/** Field by field: one broken field does not cost the others. Unknown keys, perhaps of a newer version, are left out. */
const rememberedSchema = v.object({
  preset: v.fallback(presetId, unremembered.preset),
  volume: v.fallback(bounded(0, 1), unremembered.volume),
  muted: v.fallback(v.boolean(), unremembered.muted),
  offset: v.fallback(bounded(-0.5, 0.5), unremembered.offset),
});

/** Reads what is remembered. Never throws: whatever is broken is as if it had not been remembered. */
export function recall(store: TextStore): Remembered {
  try {
    const text = store.getItem(KEY);
    if (text === null || text.length > LARGEST) return unremembered;
    const result = v.safeParse(rememberedSchema, JSON.parse(text));
    return result.success ? Object.freeze(result.output) : unremembered;
  } catch {
    return unremembered;
  }
}

/** Remembers. False where the store refused; the piece goes on without. */
export function remember(store: TextStore, what: Remembered): boolean {
  try {
    const { preset, volume, muted, offset } = what;
    store.setItem(KEY, JSON.stringify({ preset, volume, muted, offset }));
    return true;
  } catch {
    return false;
  }
}
