import type { Preset } from '../../preset/schema.ts';
import type { Metres } from '../../units.ts';
import { layOut } from '../../world/layout.ts';
import { shapeTerrain } from '../../world/terrain.ts';
import type { Terrain } from '../../world/types.ts';
import { layStream } from '../../world/watercourse.ts';
import { half, packed, type Texels, whole } from './half.ts';

export interface LandAsked {
  readonly seed: number;
  readonly place: Preset['place'];
  /** Half a side of the near and of the far square. */
  readonly extents: readonly [near: Metres, far: Metres];
  readonly nearTexels: number;
  readonly farTexels: number;
  readonly halves: boolean;
}

/** Pictures of squares around the origin; texel centres span them. */
export interface BakedLand {
  /** Height in two halves that add up, slope along x and along z. */
  readonly near: Texels;
  /** The same of the far square. */
  readonly far: Texels;
  /** How much moss grows where, r8. */
  readonly cover: Texels;
}

/** Heights over a square, with slopes from neighbouring texels. */
function heights(terrain: Terrain, extent: Metres, texels: number, halves: boolean): Texels {
  const cell = (2 * extent) / texels;
  const wide = texels + 2;
  const high = new Float32Array(wide * wide);
  for (let j = 0; j < wide; j++) {
    const z = -extent + (j - 0.5) * cell;
    for (let i = 0; i < wide; i++) high[j * wide + i] = terrain.height(-extent + (i - 0.5) * cell, z);
  }
  const out = new Float32Array(texels * texels * 4);
  for (let j = 1; j <= texels; j++) {
    for (let i = 1; i <= texels; i++) {
      const at = j * wide + i;
      const to = ((j - 1) * texels + i - 1) * 4;
      const height = high[at] ?? 0;
      const most = whole(half(height));
      out[to] = most;
      out[to + 1] = height - most;
      out[to + 2] = ((high[at + 1] ?? 0) - (high[at - 1] ?? 0)) / (2 * cell);
      out[to + 3] = ((high[at + wide] ?? 0) - (high[at - wide] ?? 0)) / (2 * cell);
    }
  }
  return packed(out, halves);
}

function cover(terrain: Terrain, extent: Metres, texels: number): Texels {
  const cell = (2 * extent) / texels;
  const out = new Uint8Array(texels * texels);
  for (let j = 0; j < texels; j++) {
    const z = -extent + (j + 0.5) * cell;
    for (let i = 0; i < texels; i++) {
      out[j * texels + i] = Math.round(255 * terrain.cover(-extent + (i + 0.5) * cell, z));
    }
  }
  return out;
}

/** Bakes the ground of a seed's place. */
export function bakeLand({ seed, place, extents: [near, far], nearTexels, farTexels, halves }: LandAsked): BakedLand {
  const layout = layOut(seed, place);
  const terrain = shapeTerrain(seed, layout, layStream(seed, layout));
  return {
    near: heights(terrain, near, nearTexels, halves),
    far: heights(terrain, far, farTexels, halves),
    cover: cover(terrain, near, nearTexels),
  };
}
