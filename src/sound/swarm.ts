import type { Hertz, Seconds, Unit } from '../units.ts';
import { sampleRate } from './frames.ts';
import { mix32, unitOf } from './hash.ts';

/** Groups of strands: each is heard from a place of its own. */
export const groupCount = 4;

/** Many small tones of one size. */
export interface Flock {
  /** Strands: each sounds one grain at a time, one in every `span`. */
  readonly count: number;
  readonly span: Seconds;
  readonly low: Hertz;
  readonly high: Hertz;
  /** Above 1, more of the grains are low. */
  readonly lean: number;
  readonly level: number;
  /** Share of a real bubble's damping. */
  readonly damping: number;
  /** The bubble's climb beside its damping: 0.1 for one that breaks at the surface. */
  readonly climb: number;
  /** 0 every grain is in tune .. 1 none. */
  readonly loose: Unit;
  /** How much they come in gusts, and how long these are. */
  readonly gusts: Unit;
  readonly gustSpan: Seconds;
}

/** One grain, in frames of the piece. Its pitch is found among the chord's when it begins. */
export interface Grain {
  readonly from: number;
  readonly to: number;
  readonly hz: Hertz;
  /** Per second: it falls as exp(-damping age). */
  readonly damping: number;
  /** Share of its pitch that it climbs in a second. */
  readonly climb: number;
  /** 0 where this grain is left out. */
  readonly level: number;
}

/** The damping of a bubble in water by heat and radiation, per second (van den Doel 2005). */
export function bubbleDamping(hz: Hertz): number {
  return 0.13 * hz + 0.0072 * hz ** 1.5;
}

/** The chord's nearest tone in any octave. */
export function tuned(hz: Hertz, chord: readonly Hertz[]): Hertz {
  let best = hz;
  let least = Number.POSITIVE_INFINITY;
  for (const tone of chord) {
    const octave = Math.round(Math.log2(hz / tone));
    const near = tone * 2 ** octave;
    const apart = Math.abs(Math.log2(near / hz));
    if (apart < least) {
      least = apart;
      best = near;
    }
  }
  return best;
}

function keyOf(key: number, n: number): number {
  return mix32(mix32(n % 0x1_0000_0000) ^ mix32(Math.floor(n / 0x1_0000_0000) ^ key));
}

/** A gust of grains, 0..1: hashed values joined smoothly. */
function gustAt(key: number, t: Seconds, span: Seconds): Unit {
  const place = t / span;
  const step = Math.floor(place);
  const x = place - step;
  const ease = x * x * (3 - 2 * x);
  const a = unitOf(keyOf(key, step), 1);
  const b = unitOf(keyOf(key, step + 1), 1);
  return a + (b - a) * ease;
}

/**
 * The grain of a strand that sounds at a frame, or the next one: all of it is a hash of (seed, strand, count). No grain lasts
 * into the next.
 */
export function grainAt(
  seed: number,
  strand: number,
  flock: Flock,
  frame: number,
  amount: Unit,
  chord: readonly Hertz[],
): Grain {
  const key = mix32(mix32(seed ^ 0x5a3) ^ strand);
  const phase = unitOf(key, 1);
  for (let n = Math.floor(frame / sampleRate / flock.span + phase); ; n++) {
    const own = keyOf(key, n);
    const start = (n - phase + 0.55 * unitOf(own, 1)) * flock.span;
    const from = Math.round(start * sampleRate);
    const wish = flock.low * (flock.high / flock.low) ** (unitOf(own, 2) ** flock.lean);
    const clear = tuned(wish, chord);
    const hz = clear * (wish / clear) ** (flock.loose * unitOf(own, 3));
    const damping = bubbleDamping(hz) * flock.damping;
    const life = Math.min(6.9 / damping, 0.44 * flock.span);
    const to = from + Math.max(2, Math.floor(life * sampleRate));
    if (to <= frame) continue;
    const gusty = 1 - flock.gusts * (1 - gustAt(mix32(seed ^ ((strand % groupCount) + 0x90)), start, flock.gustSpan));
    const present = unitOf(own, 4) < amount * gusty ** 1.5;
    const level = present ? flock.level * (flock.low / hz) ** 0.8 * (0.15 + 0.85 * unitOf(own, 5) ** 3) : 0;
    return { from, to, hz, damping, climb: flock.climb * bubbleDamping(hz), level };
  }
}
