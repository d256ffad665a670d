import { BufferImageSource } from 'pixi.js';
import type { Texels } from './half.ts';

/** Halves take half the memory; without a GPU whole floats are read four times as fast, as nothing is unpacked (measured). */
export type FloatFormat = 'rgba16float' | 'rgba32float';

export interface TexelOptions {
  readonly label: string;
  readonly format: FloatFormat | 'rgba8unorm' | 'r8unorm';
  readonly width: number;
  readonly height: number;
  readonly repeat?: boolean;
  /** Smaller copies for what is far; without them reads are much cheaper where there is no GPU. */
  readonly levels?: 'linear' | 'nearest';
}

/** A picture that is there before its texels are: it may be bound, and must not be drawn, until they are baked. */
export function bakedTexture(
  baked: Promise<Texels>,
  { label, format, width, height, repeat, levels }: TexelOptions,
): BufferImageSource {
  const texture = new BufferImageSource({
    resource: new Uint8Array(0),
    width,
    height,
    format,
    alphaMode: 'no-premultiply-alpha',
    autoGenerateMipmaps: levels !== undefined,
    scaleMode: 'linear',
    mipmapFilter: levels ?? 'nearest',
    addressMode: repeat === true ? 'repeat' : 'clamp-to-edge',
    label,
  });
  // Who waits for all bakes is told of one that failed.
  baked.then(
    (texels) => {
      texture.resource = texels;
    },
    () => {},
  );
  return texture;
}
