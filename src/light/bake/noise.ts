import type { Texels } from './half.ts';
import { hashUnit } from './hash.ts';

const smooth = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);

/** Octaves of value noise on a torus (Perlin's quintic fade), 0..1: so many texels a side, the broadest of `cells` cells. */
function octaves(texels: number, cells: number, count: number, seed: number): Float64Array {
  const sum = new Float64Array(texels * texels);
  const whole = (1 - 0.52 ** count) / (1 - 0.52);
  for (let o = 0; o < count; o++) {
    const side = cells * 2 ** o;
    const gain = 0.52 ** o / whole;
    const table = Float64Array.from({ length: side * side }, (_, i) =>
      hashUnit(i % side, Math.floor(i / side), seed + o * 131),
    );
    const cell = Float64Array.from({ length: texels }, (_, x) => (x / texels) * side);
    for (let y = 0; y < texels; y++) {
      const v = cell[y] ?? 0;
      const j = Math.floor(v);
      const b = smooth(v - j);
      const above = j * side;
      const below = ((j + 1) % side) * side;
      for (let x = 0; x < texels; x++) {
        const u = cell[x] ?? 0;
        const i = Math.floor(u);
        const next = (i + 1) % side;
        const a = smooth(u - i);
        const top = (table[above + i] ?? 0) * (1 - a) + (table[above + next] ?? 0) * a;
        const bottom = (table[below + i] ?? 0) * (1 - a) + (table[below + next] ?? 0) * a;
        const at = y * texels + x;
        sum[at] = (sum[at] ?? 0) + gain * (top + (bottom - top) * b);
      }
    }
  }
  return sum;
}

export interface NoiseAsked {
  readonly seed: number;
  readonly texels: number;
}

/** A tiling picture of four kinds of noise, rgba8: broad octaves, others like them, ridges, and fine grain. */
export function bakeNoise({ seed, texels }: NoiseAsked): Texels {
  const out = new Uint8Array(texels * texels * 4);
  const broad = octaves(texels, 4, 5, seed);
  const other = octaves(texels, 7, 5, seed + 17);
  const ridges = octaves(texels, 6, 4, seed + 51);
  for (let at = 0; at < texels * texels; at++) {
    const ridge = 1 - Math.abs(2 * (ridges[at] ?? 0) - 1);
    out[at * 4] = Math.round(255 * (broad[at] ?? 0));
    out[at * 4 + 1] = Math.round(255 * (other[at] ?? 0));
    out[at * 4 + 2] = Math.round(255 * ridge * ridge);
    out[at * 4 + 3] = Math.round(255 * hashUnit(at % texels, Math.floor(at / texels), seed + 99));
  }
  return out;
}
