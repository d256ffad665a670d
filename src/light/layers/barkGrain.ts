import { hashUnit } from '../bake/hash.ts';

/** A tile of bark is twice as high as it is wide. */
export const tileRise = 2;

/** A number 0..1 over the tile, u across the grain and v along it; repeats in both. */
export type Field = (u: number, v: number) => number;

const smooth = (t: number) => t * t * (3 - 2 * t);
const step = (from: number, to: number, x: number) => smooth(Math.min(1, Math.max(0, (x - from) / (to - from))));

/** Hashes of the cells of a torus, with a border of one cell on each side, so that neighbours need no wrapping. */
function cellsOf(across: number, up: number, seed: number) {
  const wide = across + 3;
  const table = new Float32Array(wide * (up + 3));
  for (let j = -1; j < up + 2; j++) {
    for (let i = -1; i < across + 2; i++) {
      table[(j + 1) * wide + i + 1] = hashUnit((i + across) % across, (j + up) % up, seed);
    }
  }
  return { table, wide };
}

/** Value noise on a torus of `across` by `up` cells. */
export function noise(across: number, up: number, seed: number): Field {
  const { table, wide } = cellsOf(across, up, seed);
  return (u, v) => {
    const x = (u - Math.floor(u)) * across;
    const y = (v - Math.floor(v)) * up;
    const i = Math.floor(x);
    const j = Math.floor(y);
    const a = smooth(x - i);
    const b = smooth(y - j);
    const at = (j + 1) * wide + i + 1;
    const low = (table[at] ?? 0) * (1 - a) + (table[at + 1] ?? 0) * a;
    const high = (table[at + wide] ?? 0) * (1 - a) + (table[at + wide + 1] ?? 0) * a;
    return low + (high - low) * b;
  };
}

interface Border {
  /** Distance to the border between plates, in cells' widths. */
  edge: number;
  /** 1 where the border runs with the grain .. 0 where it crosses it. */
  upright: number;
}

/**
 * The border between long plates: the bisector of the two nearest points of cellular noise (Worley 1996) on a torus.
 * Nearness is measured with heights pressed, the result is not: fissures are as wide across the grain as along it.
 * The answer's object is used again by the next question.
 */
function border(across: number, up: number, seed: number): (u: number, v: number) => Border {
  const press = 0.8;
  const tall = (tileRise * across) / up;
  const { table: columns, wide } = cellsOf(across, up, seed);
  const { table: rows } = cellsOf(across, up, seed + 1);
  const answer: Border = { edge: 0, upright: 0 };
  return (u, v) => {
    const x = (u - Math.floor(u)) * across;
    const y = (v - Math.floor(v)) * up;
    const i = Math.floor(x);
    const j = Math.floor(y);
    let first = 99;
    let second = 99;
    let ax = 0;
    let ay = 0;
    let bx = 0;
    let by = 0;
    for (let cj = j - 1; cj <= j + 1; cj++) {
      for (let ci = i - 1; ci <= i + 1; ci++) {
        const at = (cj + 1) * wide + ci + 1;
        const dx = ci + 0.08 + 0.84 * (columns[at] ?? 0) - x;
        const dy = (cj + (rows[at] ?? 0) - y) * press;
        const d = dx * dx + dy * dy;
        if (d < first) {
          second = first;
          bx = ax;
          by = ay;
          first = d;
          ax = dx;
          ay = dy;
        } else if (d < second) {
          second = d;
          bx = dx;
          by = dy;
        }
      }
    }
    const apart = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2) || 1;
    const nx = (bx - ax) / apart;
    const ny = ((by - ay) / apart) * (press / tall);
    const steep = Math.sqrt(nx * nx + ny * ny);
    answer.edge = (second - first) / (2 * apart * steep);
    answer.upright = Math.abs(nx) / steep;
    return answer;
  };
}

export interface Grain {
  /** Height 0..1. */
  height: number;
  /** How deep in a fissure, where light lives. */
  fissure: number;
}

/** Old bark: long interlaced plates between fissures that run with the grain, broken across, rough on top. */
export function barkGrain(seed: number): (u: number, v: number) => Grain {
  const bends = noise(3, 4, seed + 5);
  const kinks = noise(9, 11, seed + 6);
  const roughness = noise(34, 30, seed + 9);
  const fibres = noise(58, 12, seed + 7);
  const creases = noise(17, 5, seed + 8);
  const openness = noise(7, 9, seed + 10);
  const plates = border(10, 4, seed);
  const scales = border(19, 15, seed + 31);
  const grain: Grain = { height: 0, fissure: 0 };
  return (u, v) => {
    const bent = u + 0.085 * (bends(u, v) - 0.5) + 0.03 * (kinks(u, v) - 0.5);
    const rough = roughness(bent, v);
    const fibre = fibres(bent, v);
    const { edge: raw, upright } = plates(bent, v);
    const edge = raw + 0.07 * (rough - 0.5);
    const scale = scales(bent, v).edge + 0.16 * (fibre - 0.5);
    const crease = 1 - Math.abs(2 * creases(bent, v) - 1);
    const groove = step(0, 0.27, edge) ** 0.8;
    const top = 0.5 + 0.26 * step(0, 0.2, scale) + 0.14 * fibre + 0.1 * rough;
    grain.height = groove * top * (1 - 0.55 * crease ** 10);
    // The deepest line of a fissure, of uneven width and here and there closed.
    const open = 0.35 + 0.65 * step(0.25, 0.7, openness(bent, v));
    const deep = Math.max(0, edge) / (0.022 + 0.035 * rough);
    const thread = deep < 4 ? Math.exp(-deep * deep) * open * (0.1 + 0.9 * upright ** 4) : 0;
    grain.fissure = Math.min(1, thread + 0.45 * crease ** 26);
    return grain;
  };
}
