import type { Metres, Seconds } from '../units.ts';

/** A stretch of the walk: how far, in which time of a default night, and how fast at its ends. */
export interface Leg {
  readonly from: Seconds;
  readonly to: Seconds;
  readonly far: Metres;
  readonly v0: number;
  readonly v1: number;
  /** Seconds over which the speed leaves v0 and comes to v1. */
  readonly ease0: Seconds;
  readonly ease1: Seconds;
}

/** Integral of the Hermite step from 0 to t; the step stays 1 beyond t = 1. */
function eased(t: number): number {
  const x = t < 0 ? 0 : t > 1 ? 1 : t;
  return x * x * x - 0.5 * x * x * x * x + Math.max(0, t - 1);
}

/** The steady speed in the middle of a leg that makes it as far as it has to be. */
function cruise(leg: Leg): number {
  const free = leg.to - leg.from - (leg.ease0 + leg.ease1) / 2;
  return (leg.far - (leg.v0 * leg.ease0) / 2 - (leg.v1 * leg.ease1) / 2) / free;
}

/** Metres gone at a time within the leg. Speed is v0, eases to the cruise, eases to v1; it never jumps. */
export function gone(leg: Leg, time: Seconds): Metres {
  const t = time - leg.from;
  const late = t - (leg.to - leg.from - leg.ease1);
  const rising = leg.ease0 > 0 ? leg.ease0 * eased(t / leg.ease0) : t;
  const falling = leg.ease1 > 0 ? leg.ease1 * eased(late / leg.ease1) : Math.max(0, late);
  return leg.v0 * (t - rising) + cruise(leg) * (rising - falling) + leg.v1 * falling;
}
