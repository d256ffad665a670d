import { createEasel, type Easel } from '../../src/export/easel.ts';
import type { Piece } from '../../src/score/types.ts';
import type { Seconds } from '../../src/units.ts';

export const size = { width: 320, height: 180, tier: 'none' } as const;

export const hang = (piece: Piece): Promise<Easel> => createEasel(piece, size);

/** The picture of t, a copy that later draws leave alone. */
export const shot = (easel: Easel, piece: Piece, t: Seconds): Uint8ClampedArray => easel.pixels(piece.frame(t)).slice();

export interface Difference {
  /** Bytes that differ. */
  readonly bytes: number;
  /** Mean absolute difference of a byte. */
  readonly mean: number;
}

export function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): Difference {
  let bytes = 0;
  let sum = 0;
  for (let n = 0; n < a.length; n++) {
    const by = Math.abs((a[n] ?? 0) - (b[n] ?? 0));
    sum += by;
    if (by > 0) bytes++;
  }
  return { bytes, mean: sum / a.length };
}

export const same: Difference = { bytes: 0, mean: 0 };

/** How far a picture is from one flat colour: the standard deviation of its bytes. */
export function contrast(pixels: Uint8ClampedArray): number {
  const colours = pixels.filter((_, n) => n % 4 !== 3);
  const mean = colours.reduce((sum, value) => sum + value, 0) / colours.length;
  return Math.sqrt(colours.reduce((sum, value) => sum + (value - mean) ** 2, 0) / colours.length);
}
