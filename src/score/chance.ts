import type { Unit } from '../units.ts';
import { hash32, unit } from '../world/hash.ts';

/** Chance as a hash of position: the same question gives the same answer, in any order, for ever. */
export interface Chance {
  /** 0 <= x < 1 for a position of whole numbers. */
  unit(...position: number[]): Unit;
  /** -1 <= x < 1. */
  sway(...position: number[]): number;
  /** A whole number, 0 <= x < count. */
  below(count: number, ...position: number[]): number;
  /** 0 .. count - 1 in an order of its own. */
  order(count: number, ...position: number[]): number[];
}

/** The chances of one topic on one night. Topics are numbered so that adding one moves no other. */
export function chance(seed: number, night: number, topic: number): Chance {
  const key = hash32(seed, night % 4294967296, Math.floor(night / 4294967296), topic);
  const at = (...position: number[]): Unit => unit(key, ...position);
  return {
    unit: at,
    sway: (...position) => at(...position) * 2 - 1,
    below: (count, ...position) => Math.min(count - 1, Math.floor(at(...position) * count)),
    order(count, ...position) {
      const weighed = Array.from({ length: count }, (_, n) => ({ n, w: at(...position, n) }));
      return weighed.sort((a, b) => a.w - b.w || a.n - b.n).map(({ n }) => n);
    },
  };
}
