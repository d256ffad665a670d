import type { TextureSource } from 'pixi.js';
import type { Baker } from '../bake/baker.ts';
import { bakedTexture } from '../bake/texels.ts';
import { tileRise } from './barkNoise.ts';

export interface BarkTile {
  /** See `barkBake.ts`. */
  readonly texture: TextureSource;
  /** Four texels each way as one, for what is far where the tile has no levels. */
  readonly far: TextureSource | undefined;
  /** Mean height, and mean of the fissures. */
  readonly mean: readonly [height: number, fissure: number];
  /** Height 0..1 at (u, v) in tiles; repeats. */
  height(u: number, v: number): number;
}

const apart = 4;

/** A tiling picture of bark, `texels` wide; without hardware levels where it is read by a processor. */
export async function barkTile(baker: Baker, seed: number, texels: number, levels: boolean): Promise<BarkTile> {
  const { picture, far, heights, mean } = await baker.bake('bark', { seed, texels, apart: levels ? 0 : apart });
  const [wide, tall] = [texels, texels * tileRise];
  const texture = (label: string, from: typeof picture, width: number) =>
    bakedTexture(Promise.resolve(from), {
      label,
      format: 'rgba8unorm',
      width,
      height: width * tileRise,
      repeat: true,
      ...(levels ? { levels: 'nearest' } : {}),
    });
  const at = (x: number, y: number) => heights[((y + tall) % tall) * wide + ((x + wide) % wide)] ?? 0;
  return {
    texture: texture('bark', picture, wide),
    far: far && texture('bark from afar', far, wide / apart),
    mean,
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
