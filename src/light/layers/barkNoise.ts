import { hashUnit } from '../bake/hash.ts';

/** A tile of bark is twice as high as it is wide. */
export const tileRise = 2;

/** A number 0..1 over the tile, u across the grain and v along it; repeats in both. */
export type Field = (u: number, v: number) => number;

const smooth = (t: number) => t * t * (3 - 2 * t);
export const step = (from: number, to: number, x: number) => smooth(Math.min(1, Math.max(0, (x - from) / (to - from))));

/** Hashes of the cells of a torus, with a border of one cell on each side, so that neighbours need no wrapping. */
export function cellsOf(across: number, up: number, seed: number) {
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
