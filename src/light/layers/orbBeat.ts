import { beatLength, dub } from '../../score/heart.ts';
import type { Frame, Piece } from '../../score/types.ts';
import type { Metres, Seconds, Unit } from '../../units.ts';

/** A swelling and its ebb; it has begun at once, and is nowhere hard. */
const swell = (age: Seconds): Unit =>
  age <= 0 ? 0 : (1 - Math.exp(-age / 0.06)) * Math.exp(-Math.max(0, age - 0.1) / 0.2);

/** How fast a beat's light runs out along the tendrils, metres a second. */
const speed = 1.9;

export interface Beat {
  /** Lub and dub now, 0 .. about 1. */
  readonly swell: Unit;
  /** For up to two beats: how far the lub's light has run and its strength, and the dub's; 8 numbers. */
  readonly pulses: Float32Array;
}

/** The heart's beats that are alive in a frame. */
export function beatOf(piece: Piece, frame: Frame): Beat {
  const pulses = new Float32Array(8);
  const second = dub * beatLength(piece.preset);
  let sum = 0;
  let slot = 0;
  const beats = frame.active.filter(({ event }) => event.kind === 'heartbeat').slice(-2);
  for (const { event, age } of beats) {
    const level = (0.35 + 0.65 * event.strength) * frame.curves.heartLevel;
    sum += level * (swell(age) + 0.55 * swell(age - second));
    const run = (since: Seconds): [Metres, Unit] => [
      0.02 + speed * Math.max(0, since),
      since < 0 ? 0 : level * (1 - Math.exp(-since / 0.03)) * Math.exp(-since / 0.6),
    ];
    const [far, strength] = run(age);
    const [farther, weaker] = run(age - second);
    pulses.set([far, strength, farther, 0.5 * weaker], slot * 4);
    slot++;
  }
  return { swell: Math.min(1.2, sum), pulses };
}
