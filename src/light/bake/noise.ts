import { BufferImageSource, type TextureSource } from 'pixi.js';
import { hashUnit } from './hash.ts';

const smooth = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);

/** Value noise on a torus of `cells` cells a side (Perlin's quintic fade), 0..1. */
function valueNoise(x: number, y: number, cells: number, seed: number): number {
  const u = x * cells;
  const v = y * cells;
  const i = Math.floor(u);
  const j = Math.floor(v);
  const a = smooth(u - i);
  const b = smooth(v - j);
  const h = (di: number, dj: number) => hashUnit((i + di) % cells, (j + dj) % cells, seed);
  const top = h(0, 0) + (h(1, 0) - h(0, 0)) * a;
  const bottom = h(0, 1) + (h(1, 1) - h(0, 1)) * a;
  return top + (bottom - top) * b;
}

function octaves(x: number, y: number, cells: number, count: number, seed: number): number {
  let sum = 0;
  let weight = 0;
  for (let o = 0; o < count; o++) {
    const gain = 0.52 ** o;
    sum += gain * valueNoise(x, y, cells * 2 ** o, seed + o * 131);
    weight += gain;
  }
  return sum / weight;
}

/** A tiling picture of four kinds of noise, rgba8: broad octaves, others like them, ridges, and fine grain. */
export function noiseTile(seed: number, texels: number, levels = true): TextureSource {
  const out = new Uint8Array(texels * texels * 4);
  for (let y = 0; y < texels; y++) {
    for (let x = 0; x < texels; x++) {
      const u = x / texels;
      const v = y / texels;
      const ridge = 1 - Math.abs(2 * octaves(u, v, 6, 4, seed + 51) - 1);
      out.set(
        [
          255 * octaves(u, v, 4, 5, seed),
          255 * octaves(u, v, 7, 5, seed + 17),
          255 * ridge * ridge,
          255 * hashUnit(x, y, seed + 99),
        ].map((value) => Math.round(value)),
        (y * texels + x) * 4,
      );
    }
  }
  return new BufferImageSource({
    resource: out,
    width: texels,
    height: texels,
    format: 'rgba8unorm',
    alphaMode: 'no-premultiply-alpha',
    autoGenerateMipmaps: levels,
    scaleMode: 'linear',
    addressMode: 'repeat',
    label: 'noise',
  });
}
