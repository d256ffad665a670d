import type { Seconds, Unit } from '../units.ts';

/** From nothing to all, and back. */
export interface Pace {
  readonly rise: Seconds;
  readonly fall: Seconds;
}

/** A level that follows what is asked of it no faster than its pace: what is seen and heard never jumps. */
export function approach(level: Unit, asked: Unit, { rise, fall }: Pace, passed: Seconds): Unit {
  const step = Math.max(0, passed) / (asked > level ? rise : fall);
  return level + Math.min(step, Math.max(-step, asked - level));
}
