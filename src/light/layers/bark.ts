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
export function noise(u: number, v: number, across: number, up: number, seed: number): number {
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

interface Cells {
  readonly across: number;
  readonly up: number;
}

/** Long plates, and the scales into which weather has broken them. */
const plates: Cells = { across: 10, up: 4 };
const scales: Cells = { across: 19, up: 15 };

interface Border {
  readonly edge: number;
  /** 1 where the border runs with the grain .. 0 where it crosses it. */
  readonly upright: number;
}

/**
 * Distance to the border between long plates, in cells' widths: the bisector of the two nearest points of cellular noise
 * (Worley 1996) on a torus. Nearness is measured with heights pressed, the result is not: fissures are as wide across
 * the grain as along it.
 */
function border(u: number, v: number, { across, up }: Cells, seed: number): Border {
  const x = u * across;
  const y = v * up;
  const i = Math.floor(x);
  const j = Math.floor(y);
  const press = 0.8;
  const tall = (tileRise * across) / up;
  let first = 9;
  let second = 9;
  let [ax, ay, bx, by] = [0, 0, 0, 0];
  for (let dj = -1; dj <= 1; dj++) {
    for (let di = -1; di <= 1; di++) {
      const ci = (i + di + across) % across;
      const cj = (j + dj + up) % up;
      const dx = i + di + 0.08 + 0.84 * hashUnit(ci, cj, seed) - x;
      const dy = (j + dj + hashUnit(ci, cj, seed + 1) - y) * press;
      const d = Math.hypot(dx, dy);
      if (d < first) {
        second = first;
        [bx, by] = [ax, ay];
        first = d;
        [ax, ay] = [dx, dy];
      } else if (d < second) {
        second = d;
        [bx, by] = [dx, dy];
      }
    }
  }
  const apart = Math.hypot(bx - ax, by - ay) || 1;
  const pressed = (second * second - first * first) / (2 * apart);
  const steep = Math.hypot((bx - ax) / apart, ((by - ay) / apart) * (press / tall));
  return { edge: pressed / steep, upright: Math.abs(bx - ax) / apart / steep };
}

interface Grain {
  readonly height: number;
  readonly fissure: number;
}

/** Old bark: long interlaced plates between fissures that run with the grain, broken across, rough on top. */
function grainAt(u: number, v: number, seed: number): Grain {
  const bent = u + 0.085 * (noise(u, v, 3, 4, seed + 5) - 0.5) + 0.03 * (noise(u, v, 9, 11, seed + 6) - 0.5);
  const round = (bent + 2) % 1;
  const rough = noise(bent, v, 34, 30, seed + 9);
  const fibre = noise(bent, v, 58, 12, seed + 7);
  const plate = border(round, v, plates, seed);
  const edge = plate.edge + 0.07 * (rough - 0.5);
  const scale = border(round, v, scales, seed + 31).edge + 0.16 * (fibre - 0.5);
  const crease = 1 - Math.abs(2 * noise(bent, v, 17, 5, seed + 8) - 1);
  const groove = step(0.0, 0.27, edge) ** 0.8;
  const broken = step(0.0, 0.2, scale);
  const split = crease ** 10;
  const top = 0.5 + 0.26 * broken + 0.14 * fibre + 0.1 * rough;
  const height = groove * top * (1 - 0.55 * split);
  // The deepest line of a fissure, of uneven width and here and there closed.
  const open = 0.35 + 0.65 * step(0.25, 0.7, noise(bent, v, 7, 9, seed + 10));
  const thread =
    Math.exp(-((Math.max(0, edge) / (0.022 + 0.035 * rough)) ** 2)) * open * (0.1 + 0.9 * plate.upright ** 4);
  return { height, fissure: Math.min(1, thread + 0.45 * crease ** 26) };
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
