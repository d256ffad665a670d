import type { TextureSource } from 'pixi.js';
import type { Piece } from '../../score/types.ts';
import type { Quality } from '../tiers.ts';
import { cushionAtlas, cushionTile } from './cushions.ts';
import { bakeCover, bakeGround } from './ground.ts';
import { noiseTile } from './noise.ts';
import type { FloatFormat } from './texels.ts';
import { tuftSheet, tuftTile } from './tufts.ts';
import type { Progress } from './yielding.ts';

/**
 * Bakes what no shader should compute: ground, cover, cushions, noise. Adds them by their samplers' names.
 * @param bare for shaders that define BARE: without hardware levels
 * @returns half the sides of the near and the far ground's squares.
 */
export async function bakeTextures(
  piece: Piece,
  quality: Quality,
  format: FloatFormat,
  bare: boolean,
  textures: Map<string, TextureSource>,
  onProgress: Progress = () => {},
): Promise<readonly [near: number, far: number]> {
  const { terrain } = piece.world;
  // Without a GPU a texture's levels are not blended: half the reads.
  const { lean } = quality;
  const nearExtent = terrain.extent;
  const farExtent = terrain.extent * 10;
  const coverTexels = quality.nearTexels;
  const costs = [quality.nearTexels ** 2, quality.farTexels ** 2, coverTexels ** 2];
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  let before = 0;
  const share = (index: number): Progress => {
    const cost = costs[index] ?? 0;
    const from = before;
    before += cost;
    return (done, of) => onProgress(Math.round(from + (cost * done) / of), total);
  };
  textures.set('uNear', (await bakeGround(terrain, nearExtent, quality.nearTexels, format, share(0))).texture);
  textures.set('uFar', (await bakeGround(terrain, farExtent, quality.farTexels, format, share(1))).texture);
  textures.set('uCover', await bakeCover(terrain, nearExtent, coverTexels, share(2)));
  const { seed } = piece;
  const { tileTexels } = quality;
  textures.set('uCushions', bare ? cushionAtlas(seed, tileTexels, format) : cushionTile(seed, tileTexels, lean));
  textures.set('uTufts', bare ? tuftSheet(seed, tileTexels / 2) : tuftTile(seed, tileTexels / 2, lean));
  textures.set('uNoise', noiseTile(seed, 256, !bare));
  return [nearExtent, farExtent];
}
