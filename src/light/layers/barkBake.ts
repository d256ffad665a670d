import type { Texels } from '../bake/half.ts';
import { barkGrain } from './barkGrain.ts';
import { tileRise } from './barkNoise.ts';

export interface BarkAsked {
  readonly seed: number;
  /** Width of the tile. */
  readonly texels: number;
  /** So many texels each way are one of a second picture, for what is far where there are no hardware levels; 0 for none. */
  readonly apart: number;
}

export interface BakedBark {
  /** rgba8: height, its slope around and along (0.5 is flat), and how deep in a fissure, where light lives. */
  readonly picture: Texels;
  readonly far: Texels | undefined;
  /** Height 0..1 of each texel. */
  readonly heights: Float32Array<ArrayBuffer>;
  /** Mean height, and mean of the fissures. */
  readonly mean: readonly [height: number, fissure: number];
}

/** Means of squares of `apart` by `apart` texels. */
function blurred(from: Uint8Array, wide: number, apart: number): Uint8Array<ArrayBuffer> {
  const side = wide / apart;
  const sum = new Float32Array(side * side * tileRise * 4);
  for (let y = 0; y < wide * tileRise; y++) {
    for (let x = 0; x < wide; x++) {
      const to = (Math.floor(y / apart) * side + Math.floor(x / apart)) * 4;
      for (let i = 0; i < 4; i++) sum[to + i] = (sum[to + i] ?? 0) + (from[(y * wide + x) * 4 + i] ?? 0);
    }
  }
  return Uint8Array.from(sum, (value) => Math.round(value / apart ** 2));
}

function meanOf(from: Uint8Array, channel: number): number {
  let sum = 0;
  for (let at = channel; at < from.length; at += 4) sum += from[at] ?? 0;
  return (sum * 4) / from.length / 255;
}

/** Bakes a tiling picture of bark. */
export function bakeBark({ seed, texels, apart }: BarkAsked): BakedBark {
  const wide = texels;
  const tall = texels * tileRise;
  const grainAt = barkGrain(seed);
  const heights = new Float32Array(wide * tall);
  const out = new Uint8Array(wide * tall * 4);
  for (let y = 0; y < tall; y++) {
    for (let x = 0; x < wide; x++) {
      const { height, fissure } = grainAt((x + 0.5) / wide, (y + 0.5) / tall);
      heights[y * wide + x] = height;
      out[(y * wide + x) * 4 + 3] = Math.round(255 * fissure);
    }
  }
  const at = (x: number, y: number) => heights[((y + tall) % tall) * wide + ((x + wide) % wide)] ?? 0;
  // Slopes are per tile's width in both directions, pressed into 0..1.
  const scale = wide / 2 / 40;
  for (let y = 0; y < tall; y++) {
    for (let x = 0; x < wide; x++) {
      const around = (at(x + 1, y) - at(x - 1, y)) * scale;
      const along = (at(x, y + 1) - at(x, y - 1)) * scale;
      const coded = (value: number) => Math.round(255 * Math.min(1, Math.max(0, 0.5 + value)));
      out.set([Math.round(255 * at(x, y)), coded(around), coded(along)], (y * wide + x) * 4);
    }
  }
  const far = apart > 0 ? blurred(out, wide, apart) : undefined;
  return { picture: out, far, heights, mean: [meanOf(out, 0), meanOf(out, 3)] };
}
