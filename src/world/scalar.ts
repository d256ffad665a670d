import type { Unit } from '../units.ts';

export function clamp(x: number, low: number, high: number): number {
  return x < low ? low : x > high ? high : x;
}

export function mix(a: number, b: number, t: Unit): number {
  return a + (b - a) * t;
}

/** Hermite step: 0 up to `from`, 1 beyond `to`, level at both. */
export function smoothstep(from: number, to: number, x: number): Unit {
  const t = clamp((x - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}

/** Polynomial smooth minimum (Quilez 2013); k is the width of the blend. */
export function smoothMin(a: number, b: number, k: number): number {
  const t = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - t * t * k * 0.25;
}
