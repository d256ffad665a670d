import { BufferImageSource, type TextureSource } from 'pixi.js';
import type { Metres } from '../../units.ts';
import type { Terrain } from '../../world/types.ts';
import { half, whole } from './half.ts';
import { type FloatFormat, floatTexture } from './texels.ts';
import { type Progress, rowByRow } from './yielding.ts';

export interface GroundBake {
  /** Height in two halves that add up, slope along x and along z. Texel centres span the square. */
  readonly texture: TextureSource;
  /** Half the side of the square, metres. */
  readonly extent: Metres;
}

/** Bakes the ground's height over a square around the origin, with slopes from neighbouring texels. */
export async function bakeGround(
  terrain: Terrain,
  extent: Metres,
  texels: number,
  format: FloatFormat,
  progress?: Progress,
): Promise<GroundBake> {
  const cell = (2 * extent) / texels;
  const wide = texels + 2;
  const heights = new Float32Array(wide * wide);
  await rowByRow(
    wide,
    (j) => {
      const z = -extent + (j - 0.5) * cell;
      for (let i = 0; i < wide; i++) heights[j * wide + i] = terrain.height(-extent + (i - 0.5) * cell, z);
    },
    progress,
  );
  const out = new Float32Array(texels * texels * 4);
  const at = (i: number, j: number) => heights[j * wide + i] ?? 0;
  for (let j = 1; j <= texels; j++) {
    for (let i = 1; i <= texels; i++) {
      const height = at(i, j);
      const high = whole(half(height));
      const slopeX = (at(i + 1, j) - at(i - 1, j)) / (2 * cell);
      const slopeZ = (at(i, j + 1) - at(i, j - 1)) / (2 * cell);
      out.set([high, height - high, slopeX, slopeZ], ((j - 1) * texels + i - 1) * 4);
    }
  }
  const texture = floatTexture(out, { label: 'ground', format, width: texels, height: texels });
  return { texture, extent };
}

/** Bakes how much moss grows where, r8. */
export async function bakeCover(
  terrain: Terrain,
  extent: Metres,
  texels: number,
  progress?: Progress,
): Promise<TextureSource> {
  const cell = (2 * extent) / texels;
  const out = new Uint8Array(texels * texels);
  await rowByRow(
    texels,
    (j) => {
      const z = -extent + (j + 0.5) * cell;
      for (let i = 0; i < texels; i++) {
        out[j * texels + i] = Math.round(255 * terrain.cover(-extent + (i + 0.5) * cell, z));
      }
    },
    progress,
  );
  return new BufferImageSource({
    resource: out,
    width: texels,
    height: texels,
    format: 'r8unorm',
    alphaMode: 'no-premultiply-alpha',
    scaleMode: 'linear',
    addressMode: 'clamp-to-edge',
    label: 'cover',
  });
}
