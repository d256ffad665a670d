import type { Seconds } from '../units.ts';

/** A point that an envelope reaches `at` seconds after its event began, and how it gets there from the point before. */
export interface Point {
  readonly at: Seconds;
  readonly value: number;
  /** `exponential` takes both values above 0. The first point is where the envelope begins. */
  readonly curve?: 'linear' | 'exponential';
}

/** Ascending in `at`; before the first point the envelope holds its value, after the last point too. */
export type Envelope = readonly Point[];

/** -70 dB: what an exponential decay falls to before it is drawn straight to zero. */
const FLOOR = 3e-4;

/** Attack in a straight line, then an exponential decay to silence at `end`. */
export function struck(peak: number, attack: Seconds, end: Seconds): Envelope {
  const rise = Math.min(attack, end * 0.3);
  const close = Math.max(rise * 1.5, end - 0.03);
  return [
    { at: 0, value: 0 },
    { at: rise, value: peak },
    { at: close, value: peak * FLOOR, curve: 'exponential' },
    { at: Math.max(end, close + 0.001), value: 0 },
  ];
}

/** Attack, decay to `sustain` (0..1 of the peak), hold, and release to silence at `end`. */
export function held(
  peak: number,
  shape: { attack: Seconds; decay: Seconds; sustain: number; release: Seconds },
  end: Seconds,
): Envelope {
  const span = shape.attack + shape.decay + shape.release;
  const fit = span > end ? end / span : 1;
  const level = peak * Math.max(FLOOR, shape.sustain);
  const decayed = (shape.attack + shape.decay) * fit;
  return [
    { at: 0, value: 0 },
    { at: shape.attack * fit, value: peak },
    { at: decayed, value: level, curve: 'exponential' },
    { at: Math.max(decayed, end - shape.release * fit), value: level },
    { at: end - 0.02 * fit, value: level * 0.001, curve: 'exponential' },
    { at: end, value: 0 },
  ];
}

/** The exact value at an age: what Web Audio's ramps draw between the points. */
export function envelopeAt(envelope: Envelope, age: Seconds): number {
  let before = envelope[0];
  if (before === undefined) return 0;
  for (const point of envelope) {
    if (point.at > age) {
      const x = (age - before.at) / (point.at - before.at);
      if (x <= 0) return before.value;
      if (point.curve === 'exponential') return before.value * (point.value / before.value) ** x;
      return before.value + (point.value - before.value) * x;
    }
    before = point;
  }
  return before.value;
}

/** What both AudioParam and Tone's Param do. */
export interface Automatable {
  setValueAtTime(value: number, at: Seconds): unknown;
  linearRampToValueAtTime(value: number, at: Seconds): unknown;
  exponentialRampToValueAtTime(value: number, at: Seconds): unknown;
  cancelScheduledValues(from: Seconds): unknown;
}

/** Draws an envelope from context time `when` on, from its age `offset`: the same curve wherever one comes in. */
export function drawEnvelope(param: Automatable, envelope: Envelope, when: Seconds, offset: Seconds): void {
  param.setValueAtTime(envelopeAt(envelope, offset), when);
  for (const point of envelope) {
    if (point.at <= offset) continue;
    const at = when + point.at - offset;
    if (point.curve === 'exponential') param.exponentialRampToValueAtTime(point.value, at);
    else param.linearRampToValueAtTime(point.value, at);
  }
}
