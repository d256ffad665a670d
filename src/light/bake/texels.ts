import { BufferImageSource } from 'pixi.js';
import { half } from './half.ts';

/** Halves take half the memory; without a GPU whole floats are read four times as fast, as nothing is unpacked (measured). */
export type FloatFormat = 'rgba16float' | 'rgba32float';

export interface TexelOptions {
  readonly label: string;
  readonly format: FloatFormat;
  readonly width: number;
  readonly height: number;
  readonly repeat?: boolean;
  /** Smaller copies for what is far; without them reads are much cheaper where there is no GPU. */
  readonly levels?: 'linear' | 'nearest';
}

/** A texture of floats, four a texel. */
export function floatTexture(
  values: Float32Array,
  { label, format, width, height, repeat, levels }: TexelOptions,
): BufferImageSource {
  return new BufferImageSource({
    resource: format === 'rgba32float' ? values : Uint16Array.from(values, half),
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
}
