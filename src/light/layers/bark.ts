import { BufferImageSource, type TextureSource } from 'pixi.js';
import { barkGrain, tileRise } from './barkGrain.ts';

export interface BarkTile {
  /** rgba8: height, its slope around and along (0.5 is flat), and how deep in a fissure, where light lives. */
  readonly texture: TextureSource;
  /** Four texels each way as one, for what is far where the tile has no levels. */
  readonly far: TextureSource | undefined;
  /** Mean height, and mean of the fissures. */
  readonly mean: readonly [height: number, fissure: number];
  /** Height 0..1 at (u, v) in tiles; repeats. */
  height(u: number, v: number): number;
}

const picture = (resource: Uint8Array, width: number, levels: boolean, label: string): TextureSource =>
  new BufferImageSource({
    resource,
    width,
    height: width * tileRise,
    format: 'rgba8unorm',
    alphaMode: 'no-premultiply-alpha',
    autoGenerateMipmaps: levels,
    scaleMode: 'linear',
    mipmapFilter: 'nearest',
    addressMode: 'repeat',
    label,
  });

const apart = 4;

/** Means of squares of `apart` by `apart` texels. */
function blurred(from: Uint8Array, wide: number): Uint8Array {
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

/** Bakes a tiling picture of bark, `texels` wide; without hardware levels where it is read by a processor. */
export function barkTile(seed: number, texels: number, levels: boolean): BarkTile {
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
  return {
    texture: picture(out, wide, levels, 'bark'),
    far: levels ? undefined : picture(blurred(out, wide), wide / apart, false, 'bark from afar'),
    mean: [meanOf(out, 0), meanOf(out, 3)],
    height(u, v) {
      const x = u * wide - 0.5;
      const y = v * tall - 0.5;
      const i = Math.floor(x);
      const j = Math.floor(y);
      const [a, b] = [x - i, y - j];
      const wrap = (n: number, of: number) => ((n % of) + of) % of;
      const h = (di: number, dj: number) => at(wrap(i + di, wide), wrap(j + dj, tall));
      const low = h(0, 0) + (h(1, 0) - h(0, 0)) * a;
      return low + (h(0, 1) + (h(1, 1) - h(0, 1)) * a - low) * b;
    },
  };
}
