import type { Unit } from '../units.ts';

/** One round of PCG's output permutation (O'Neill 2014; as a hash: Jarzynski & Olano 2020). uint32 to uint32. */
function pcg(state: number): number {
  const s = (Math.imul(state, 747796405) + 2891336453) >>> 0;
  const word = Math.imul((s >>> ((s >>> 28) + 4)) ^ s, 277803737) >>> 0;
  return ((word >>> 22) ^ word) >>> 0;
}

/** A uint32 that depends on the seed and every key, in their order; keys are taken as integers modulo 2^32. */
export function hash32(seed: number, ...keys: readonly number[]): number {
  let h = pcg(seed >>> 0);
  for (const key of keys) h = pcg((h ^ Math.imul(key | 0, 0x9e3779b1)) >>> 0);
  return h;
}

/** `hash32` as a number in 0 <= x < 1. */
export function unit(seed: number, ...keys: readonly number[]): Unit {
  return hash32(seed, ...keys) / 4294967296;
}

/** The hash of a place on an integer grid: what cellular noise asks for many times a point. */
export function cellHash(seed: number, x: number, z: number): number {
  return pcg((pcg((seed ^ Math.imul(x, 0x9e3779b1)) >>> 0) ^ Math.imul(z, 0x85ebca6b)) >>> 0);
}

/** Numbers 0 <= x < 1 in a row, for building something once from a seed; never kept beyond that. */
export function sequence(seed: number, ...keys: readonly number[]): () => Unit {
  const base = hash32(seed, ...keys);
  let n = 0;
  return () => {
    n += 1;
    return pcg((base ^ Math.imul(n, 0x9e3779b1)) >>> 0) / 4294967296;
  };
}
