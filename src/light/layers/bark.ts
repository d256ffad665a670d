import { BufferImageSource, type TextureSource } from 'pixi.js';
import { hashUnit } from '../bake/hash.ts';

/** A tile of bark is twice as high as it is wide. */
export const tileRise = 2;

export interface BarkTile {
  /** rgba8: height, its slope around and along (0.5 is flat), and how deep in a fissure, where light lives. */
  readonly texture: TextureSource;
  /** Height 0..1 at (u, v) in tiles; repeats. */
  height(u: number, v: number): number;
}

const smooth = (t: number) => t * t * (3 - 2 * t);
const step = (from: number, to: number, x: number) => smooth(Math.min(1, Math.max(0, (x - from) / (to - from))));

/** Value noise on a torus of `across` by `up` cells, 0..1. */
function noise(u: number, v: number, across: number, up: number, seed: number): number {
  const x = u * across;
  const y = v * up;
  const i = Math.floor(x);
  const j = Math.floor(y);
  const a = smooth(x - i);
  const b = smooth(y - j);
  const wrap = (n: number, of: number) => ((n % of) + of) % of;
  const h = (di: number, dj: number) => hashUnit(wrap(i + di, across), wrap(j + dj, up), seed);
  const low = h(0, 0) + (h(1, 0) - h(0, 0)) * a;
  const high = h(0, 1) + (h(1, 1) - h(0, 1)) * a;
  return low + (high - low) * b;
}

const plates = { across: 9, up: 3 } as const;

/** Distance to the border between long plates, 0 on it: F2 - F1 of cellular noise (Worley 1996) on a torus. */
function border(u: number, v: number, seed: number): number {
  const x = u * plates.across;
  const y = v * plates.up;
  const i = Math.floor(x);
  const j = Math.floor(y);
  let first = 9;
  let second = 9;
  for (let dj = -1; dj <= 1; dj++) {
    for (let di = -1; di <= 1; di++) {
      const ci = (i + di + plates.across) % plates.across;
      const cj = (j + dj + plates.up) % plates.up;
      const px = i + di + 0.08 + 0.84 * hashUnit(ci, cj, seed);
      const py = j + dj + hashUnit(ci, cj, seed + 1);
      const d = Math.hypot((px - x) * 1.05, (py - y) * 0.8);
      if (d < first) {
        second = first;
        first = d;
      } else if (d < second) second = d;
    }
  }
  return second - first;
}

interface Grain {
  readonly height: number;
  readonly fissure: number;
}

/** Old bark: long interlaced plates between fissures that run with the grain, finely cracked. */
function grainAt(u: number, v: number, seed: number): Grain {
  const bent = u + 0.075 * (noise(u, v, 3, 4, seed + 5) - 0.5) + 0.03 * (noise(u, v, 8, 9, seed + 6) - 0.5);
  const edge = border((bent + 2) % 1, v, seed);
  const fibre = noise(bent, v, 46, 9, seed + 7);
  const crease = 1 - Math.abs(2 * noise(bent, v, 15, 4, seed + 8) - 1);
  const knots = noise(bent, v, 18, 22, seed + 9);
  const groove = step(0.0, 0.3, edge + 0.06 * (knots - 0.5));
  const split = crease ** 9;
  const height = groove ** 0.7 * (0.62 + 0.2 * fibre + 0.18 * knots) * (1 - 0.5 * split);
  const thread = Math.exp(-((edge / 0.075) ** 2)) * (0.55 + 0.45 * fibre);
  return { height, fissure: Math.min(1, thread + 0.5 * crease ** 22) };
}

/** Bakes a tiling picture of bark, `texels` wide. */
export function barkTile(seed: number, texels: number): BarkTile {
  const wide = texels;
  const tall = texels * tileRise;
  const heights = new Float32Array(wide * tall);
  const out = new Uint8Array(wide * tall * 4);
  for (let y = 0; y < tall; y++) {
    for (let x = 0; x < wide; x++) {
      const { height, fissure } = grainAt((x + 0.5) / wide, (y + 0.5) / tall, seed);
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
