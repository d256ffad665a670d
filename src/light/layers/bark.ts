import { BufferImageSource, type TextureSource } from 'pixi.js';
import { barkGrain, tileRise } from './barkGrain.ts';

export interface BarkTile {
  /** rgba8: height, its slope around and along (0.5 is flat), and how deep in a fissure, where light lives. */
  readonly texture: TextureSource;
  /** Height 0..1 at (u, v) in tiles; repeats. */
  height(u: number, v: number): number;
}

/** Bakes a tiling picture of bark, `texels` wide. */
export function barkTile(seed: number, texels: number): BarkTile {
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
  const texture = new BufferImageSource({
    resource: out,
    width: wide,
    height: tall,
    format: 'rgba8unorm',
    alphaMode: 'no-premultiply-alpha',
    autoGenerateMipmaps: true,
    scaleMode: 'linear',
    mipmapFilter: 'nearest',
    addressMode: 'repeat',
    label: 'bark',
  });
  return {
    texture,
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
