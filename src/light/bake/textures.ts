import type { TextureSource } from 'pixi.js';
import type { Piece } from '../../score/types.ts';
import type { Quality } from '../tiers.ts';
import type { Baker } from './baker.ts';
import { bakedTexture, type FloatFormat } from './texels.ts';

/**
 * Asks for what no shader should compute: ground, cover, cushions, tufts, noise. Adds their pictures by their samplers'
 * names; they are filled when they are baked.
 * @returns half the sides of the near and the far ground's squares.
 */
export function bakeTextures(
  { seed, preset, world }: Piece,
  { nearTexels, farTexels, tileTexels, lean, bare }: Quality,
  format: FloatFormat,
  textures: Map<string, TextureSource>,
  baker: Baker,
): readonly [near: number, far: number] {
  const halves = format === 'rgba16float';
  // Without a GPU a texture's levels are not blended: half the reads. Shaders that define BARE read none at all.
  const levels = lean ? 'nearest' : 'linear';
  const cushions = baker.bake('cushions', { seed, texels: tileTexels, atlas: bare, halves });
  const { extent } = world.terrain;
  const extents = [extent, extent * 10] as const;
  const land = baker.bake('land', { seed, place: preset.place, extents, nearTexels, farTexels, halves });
  const square = (label: 'near' | 'far', texels: number) =>
    bakedTexture(
      land.then((baked) => baked[label]),
      { label, format, width: texels, height: texels },
    );
  textures.set('uNear', square('near', nearTexels));
  textures.set('uFar', square('far', farTexels));
  const cover = land.then((baked) => baked.cover);
  textures.set(
    'uCover',
    bakedTexture(cover, { label: 'cover', format: 'r8unorm', width: nearTexels, height: nearTexels }),
  );
  textures.set(
    'uCushions',
    bakedTexture(cushions, {
      label: 'cushions',
      format,
      width: tileTexels,
      ...(bare ? { height: 2 * tileTexels } : { height: tileTexels, repeat: true, levels }),
    }),
  );
  const side = tileTexels / 2;
  textures.set(
    'uTufts',
    bakedTexture(baker.bake('tufts', { seed, texels: side }), {
      label: 'tufts',
      format: 'rgba8unorm',
      width: side,
      height: side,
      repeat: true,
      ...(bare ? {} : { levels }),
    }),
  );
  textures.set(
    'uNoise',
    bakedTexture(baker.bake('noise', { seed, texels: 256 }), {
      label: 'noise',
      format: 'rgba8unorm',
      width: 256,
      height: 256,
      repeat: true,
      ...(bare ? {} : { levels: 'linear' }),
    }),
  );
  return extents;
}
