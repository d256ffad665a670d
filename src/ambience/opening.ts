import { badInputLine } from '../preset/badInput.ts';
import { parseLink } from '../preset/link.ts';
import type { Preset } from '../preset/schema.ts';
import { shippedPreset, shippedPresets } from '../preset/shipped.ts';
import type { Remembered } from '../preset/store.ts';
import type { Seconds } from '../units.ts';

/** Where this visit begins. */
export interface Opening {
  readonly preset: Preset;
  readonly seed: number;
  readonly at: Seconds;
  /** What could not be read of the link, in one line. */
  readonly notice?: string;
}

/** From the address's hash and from what is remembered; a broken link costs nothing but its line. */
export function openingOf(hash: string, remembered: Pick<Remembered, 'preset'>): Opening {
  const [first] = shippedPresets;
  if (first === undefined) throw new Error('no preset is shipped');
  const usual = shippedPreset(remembered.preset) ?? first;
  const parsed = parseLink(hash);
  if (!parsed.ok) {
    return {
      preset: usual,
      seed: usual.seed,
      at: 0,
      notice: `This link cannot be read: ${badInputLine(parsed.error)}`,
    };
  }
  const { preset: id, seed, at } = parsed.link;
  const named = id === undefined ? usual : shippedPreset(id);
  if (named === undefined) {
    const known = shippedPresets.map((preset) => preset.id).join(', ');
    const notice = `This link cannot be followed: link.p: no preset is called "${id}"; there are ${known}`;
    return { preset: usual, seed: usual.seed, at: 0, notice };
  }
  return { preset: named, seed: seed ?? named.seed, at: at ?? 0 };
}
