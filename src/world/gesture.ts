import type { Posture } from './body.ts';

/** A gesture as postures over its phase. Cyclic ones run round; the others begin at rest and end full. */
export interface Gesture {
  readonly cyclic: boolean;
  readonly keys: readonly (readonly [phase: number, posture: Posture])[];
}

const rest: Posture = {};

export function open(keys: Gesture['keys']): Gesture {
  return { cyclic: false, keys: [[0, rest], ...keys] };
}

export function round(keys: Gesture['keys']): Gesture {
  return { cyclic: true, keys };
}
