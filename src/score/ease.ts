import type { Unit } from '../units.ts';

export const clamp01 = (x: number): Unit => (x < 0 ? 0 : x > 1 ? 1 : x);

export const mix = (a: number, b: number, x: Unit): number => a + (b - a) * x;

/** 0 before `from`, 1 after `to`, with level ends (3x^2 - 2x^3). */
export function smoothstep(from: number, to: number, x: number): Unit {
  const u = clamp01((x - from) / (to - from));
  return u * u * (3 - 2 * u);
}

/** 1 inside [from, to], falling to 0 over `edge` outside of it. */
export const plateau = (from: number, to: number, edge: number, x: number): Unit =>
  smoothstep(from - edge, from, x) * (1 - smoothstep(to, to + edge, x));

/** How a keyframe is reached from the one before it. */
export const eases = {
  linear: (x: Unit): Unit => x,
  smooth: (x: Unit): Unit => x * x * (3 - 2 * x),
  /** Level in its second derivative too (Perlin 2002). */
  smoother: (x: Unit): Unit => x * x * x * (x * (x * 6 - 15) + 10),
  /** Late. */
  into: (x: Unit): Unit => x * x,
  /** Early. */
  out: (x: Unit): Unit => x * (2 - x),
} as const;

export type EaseName = keyof typeof eases;
