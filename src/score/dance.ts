import type { Seconds, Unit } from '../units.ts';
import { chance } from './chance.ts';
import { smoothstep } from './ease.ts';
import { beatLength, beatsBetween } from './heart.ts';
import type { Tonight } from './tonight.ts';
import type { MovementSpan } from './types.ts';

/** Progress at which each of the three waves begins, and the end; the last one ends on its height. */
export const waves = [0.05, 0.35, 0.66, 1] as const;

/** Which wave a progress lies in: 0 .. 2. */
const waveOf = (progress: Unit): number => (progress < waves[1] ? 0 : progress < waves[2] ? 1 : 2);

/** The heart, doubled, is the drum's pulse. */
export const pulseLength = (tonight: Tonight): Seconds => beatLength(tonight.preset) / 2;

export interface Pulse {
  readonly at: Seconds;
  /** Counted from the festival's first. */
  readonly n: number;
  readonly wave: number;
  /** Pulses since this wave began: bars and rounds of the tune are counted from here. */
  readonly within: number;
}

/** Every pulse of the festival, on the heart's grid. */
export function pulsesOf(tonight: Tonight, span: MovementSpan): Pulse[] {
  const whole = span.to - span.from;
  const from = span.from + whole * waves[0];
  const times = beatsBetween(tonight.preset, from, span.to - 0.2, 2);
  const began: number[] = [];
  return times.map((at, n) => {
    const wave = waveOf((at - span.from) / whole);
    began[wave] ??= n;
    return { at, n, wave, within: n - (began[wave] ?? 0) };
  });
}

/** Where a pulse stands in a row of bars. */
export interface Beat {
  /** 1 on a bar's first pulse, 0.7 on a group's, else 0.4. */
  readonly accent: Unit;
  readonly bar: number;
  /** Pulse of the bar, from 0. */
  readonly of: number;
}

export function beatOf(bars: readonly (readonly number[])[], pulse: number): Beat {
  let length = 0;
  for (const groups of bars) for (const group of groups) length += group;
  let left = pulse % length;
  for (const [bar, groups] of bars.entries()) {
    let of = 0;
    for (const group of groups) {
      if (left < group) return { accent: left === 0 ? (of === 0 ? 1 : 0.7) : 0.4, bar, of: of + left };
      left -= group;
      of += group;
    }
  }
  return { accent: 0.4, bar: 0, of: 0 };
}

/** The metres that the drum keeps in each wave: its own twice, and in the third the tune's. */
export function drumBars(tonight: Tonight, wave: number): readonly (readonly number[])[] {
  const { bars } = tonight.tune;
  if (wave === 2) return bars;
  const turn = 1 + chance(tonight.seed, tonight.night, 75).below(3, wave);
  return bars.map((_, n) => [...(bars[(n + turn) % bars.length] ?? [3])].reverse());
}

/** Energy within the festival: three waves, each higher than the one before. */
export function waveEnergy(progress: Unit): Unit {
  const one = smoothstep(0.03, 0.22, progress) * (1 - 0.75 * smoothstep(0.28, 0.37, progress)) * 0.55;
  const two = smoothstep(0.36, 0.52, progress) * (1 - 0.7 * smoothstep(0.6, 0.68, progress)) * 0.78;
  return Math.max(one, two, smoothstep(0.64, 0.92, progress));
}
