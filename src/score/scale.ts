import type { Hertz } from '../units.ts';
import { chance } from './chance.ts';

/** A just ratio over the root. */
export type Ratio = number;

/** Seven tones of an octave. */
export type Mode = readonly Ratio[];

/** The minor second of Need. */
export const minorSecond: Ratio = 16 / 15;

/** Five-limit tunings of the modes that hold both the open fifth and the sixth 5/3. */
const modes: readonly Mode[] = [
  [1, 9 / 8, 5 / 4, 45 / 32, 3 / 2, 5 / 3, 15 / 8],
  [1, 9 / 8, 5 / 4, 4 / 3, 3 / 2, 5 / 3, 9 / 5],
  [1, 9 / 8, 5 / 4, 4 / 3, 3 / 2, 5 / 3, 15 / 8],
  [1, 9 / 8, 6 / 5, 4 / 3, 3 / 2, 5 / 3, 9 / 5],
];

/** The mode that all of a night's melodies are in. */
export function modeOf(seed: number, night: number): Mode {
  return modes[chance(seed, night, 2).below(modes.length)] ?? [1];
}

/** The ratio of a degree: 0 is the root, 7 its octave, -1 the seventh below. */
export function ratioOf(mode: Mode, degree: number): Ratio {
  const octave = Math.floor(degree / mode.length);
  return (mode[degree - octave * mode.length] ?? 1) * 2 ** octave;
}

/** Hertz to a hundredth of a cent or better: short in the score's text, exact to any ear. */
export const hertz = (value: number): Hertz => Math.round(value * 1e4) / 1e4;
