import type { Preset } from '../preset/schema.ts';
import type { Seconds, Unit } from '../units.ts';
import { mix, smoothstep } from './ease.ts';

/** Where in a cycle the breath turns outward. */
const turn: Unit = 0.42;

/**
 * Cycles of breath since t = 0, rising steadily: two slow sines of incommensurate period make each cycle a little longer
 * or shorter, by at most 8.6 % (10.1 to 12 s at the usual 11).
 */
function breathPhase(preset: Preset, t: Seconds): number {
  const cycles = t / preset.form.breath;
  return cycles + 0.03 * Math.sin((2 * Math.PI * cycles) / 3.7) + 0.04 * Math.sin((2 * Math.PI * cycles) / 7.3 + 1);
}

/** The shared swell: in for two fifths of a cycle, out for the rest; 0.5 throughout where a preset turns it off. */
export function breathAt(preset: Preset, t: Seconds): Unit {
  const phase = breathPhase(preset, t);
  const part = phase - Math.floor(phase);
  const swell = part < turn ? smoothstep(0, turn, part) : 1 - smoothstep(turn, 1, part);
  return mix(0.5, swell, preset.form.breathDepth);
}

/** Instants in [from, to) at which the breath turns outward, by bisection of the phase, which rises monotonically. */
export function outbreaths(preset: Preset, from: Seconds, to: Seconds): Seconds[] {
  const times: Seconds[] = [];
  const first = Math.ceil(breathPhase(preset, from) - turn);
  for (let cycle = first; ; cycle += 1) {
    let low = (cycle + turn - 0.1) * preset.form.breath;
    let high = (cycle + turn + 0.1) * preset.form.breath;
    for (let i = 0; i < 40; i += 1) {
      const middle = (low + high) / 2;
      if (breathPhase(preset, middle) < cycle + turn) low = middle;
      else high = middle;
    }
    if (high >= to) return times;
    if (high >= from) times.push(high);
  }
}
